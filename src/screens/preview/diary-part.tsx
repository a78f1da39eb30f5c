import { useEffect } from 'react';
import { ownDiary } from '../../state/outcomes/own-diary';
import { routeFragment } from '../../state/route';
import { DiaryScreen } from '../diary/diary-screen';
import { useOutcomes } from '../use-book';
import { PlainFrame } from './frame';
import type { PreviewPartProps } from './preview-screen';
import { useHandedTo, useOwnDevice, usePreview } from './use-preview';
import styles from './diary-part.module.css';

/** The patient's diary, in Preview's colours and letters; without a patient it is that of whoever this device belongs to. */
export function DiaryPart({ at }: PreviewPartProps) {
  const { words } = usePreview();
  const kit = useOutcomes();
  const patient = at ?? ownDiary;
  useHandedTo(patient === ownDiary ? null : patient);
  const own = useOwnDevice(patient === ownDiary);
  // On a practice's device a diary of nobody would be everybody's: an address alone does not begin one.
  useEffect(() => {
    if (patient === ownDiary && own === false) location.replace(routeFragment({ screen: 'preview' }));
  }, [patient, own]);
  if (patient === ownDiary && own !== true) return null;
  return (
    <PlainFrame>
      <div className={styles['diary']}>
        {kit !== null && <DiaryScreen key={patient} patient={patient} words={words} kit={kit} />}
      </div>
    </PlainFrame>
  );
}
