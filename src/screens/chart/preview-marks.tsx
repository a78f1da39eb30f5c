import '../../messages/later';
import { useEffect, useMemo, useState } from 'react';
import { t } from '../../messages/translate';
import type { PainDesk } from '../../state/pain-desk';
import { latestMarks, marksOnHead } from '../../state/preview/marks';
import { Button } from '../../ui/button';
import { useChart, useServices } from '../services';
import { HandOver } from '../hand-over';
import { useBook } from '../use-book';
import styles from './pain-panel.module.css';
import { dayText } from './time-text';

type Props = { readonly pain: PainDesk; readonly patient: string; readonly writable: boolean };

/** What the patient marked in Preview or in the diary: shown on the head, and taken over when the injector says so. */
export function PreviewMarks({ pain, patient, writable }: Props) {
  const { state } = useBook(patient);
  const marks = state.kind === 'open' ? latestMarks(state.file) : undefined;
  const open = useChart((s) => s.painting !== null);
  const { heads } = useServices();
  const head = useChart((s) => s.session?.head);
  const dabs = useMemo(() => {
    const shape = head === undefined ? null : heads.shapeOf(head.variant);
    return marks === undefined || head === undefined || shape?.ok !== true
      ? null
      : marksOnHead(marks, head, shape.value);
  }, [heads, head, marks]);
  const [shown, setShown] = useState(true);
  // Nothing of this session is drawn yet: then it is what there is to see.
  const drawn = useChart((s) => (s.painting?.dabs.length ?? 0) > 0);
  const lent = open && shown && !drawn ? dabs : null;
  useEffect(() => {
    if (!open) return;
    pain.lend(lent);
  }, [pain, open, lent]);
  if (marks === undefined) return writable ? <HandOver to={{ painOf: patient }} named /> : null;
  return (
    <section aria-label={t('handing.marks')} className={styles['marks']}>
      <p>{t('handing.markedOn', { day: dayText(marks.day) })}</p>
      {dabs === null && <p className={styles['warn']}>{t('handing.marksOtherHead')}</p>}
      <div className={styles['row']}>
        {!drawn && dabs !== null && (
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={shown}
              onChange={(event) => {
                setShown(event.target.checked);
              }}
            />
            {t('handing.marksShow')}
          </label>
        )}
        {writable && dabs !== null && (
          <Button
            onClick={() => {
              pain.takeOver(dabs);
            }}
          >
            {t('handing.takeOver')}
          </Button>
        )}
      </div>
      {writable && <HandOver to={{ painOf: patient }} named />}
      <p className={styles['note']}>{t(drawn ? 'handing.takeOverReplaces' : 'handing.nothingPlanned')}</p>
    </section>
  );
}
