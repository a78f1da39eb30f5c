import { ownDiary } from '../../state/outcomes/own-diary';
import { DiaryScreen } from '../diary/diary-screen';
import { useOutcomes } from '../use-book';
import { PlainFrame } from './frame';
import type { PreviewPartProps } from './preview-screen';
import { useHandedTo, usePreview } from './use-preview';
import styles from './diary-part.module.css';

/** The patient's diary, in Preview's colours and letters; without a patient it is that of whoever this device belongs to. */
export function DiaryPart({ at }: PreviewPartProps) {
  const { words } = usePreview();
  const kit = useOutcomes();
  const patient = at ?? ownDiary;
  useHandedTo(patient === ownDiary ? null : patient);
  return (
    <PlainFrame>
      <div className={styles['diary']}>
        {kit !== null && <DiaryScreen key={patient} patient={patient} words={words} kit={kit} />}
      </div>
    </PlainFrame>
  );
}
