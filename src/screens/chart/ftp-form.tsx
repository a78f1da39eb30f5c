import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { ftpMuscles, muscles } from '../../protocol/paradigm';
import type { LandmarkName } from '../../protocol/rule';
import type { MuscleId, Side } from '../../protocol/words';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SelectField } from '../../ui/field';
import { useChart, useServices } from '../services';
import styles from './form.module.css';
import { OffsetFields } from './offset-fields';
import { startingOffset } from './starting-offset';

const landmarks: readonly LandmarkName[] = ['tragus', 'inion', 'mastoid-tip', 'c7', 'neck-shoulder', 'acromion'];

/** Places an extra without a pointer: a landmark, and two walks along the skin from it. */
export function FtpForm() {
  const { chart } = useServices();
  const byMuscle = useChart((s) => s.fold.totals.byMuscle);
  const selected = useChart((s) => s.fold.rows.find((row) => row.id === s.selected));
  const first =
    ftpMuscles.find((m) => m === selected?.muscle) ??
    ftpMuscles.find((m) => byMuscle[m].extrasLeft > 0) ??
    'temporalis';
  const [muscle, setMuscle] = useState<MuscleId>(first);
  const [side, setSide] = useState<Side>(selected?.side === 'right' ? 'right' : 'left');
  const [offset, setOffset] = useState(() => startingOffset(first, byMuscle[first].extras));
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  const name = (id: MuscleId) => muscles.find((m) => m.id === id)?.name ?? id;
  return (
    <Dialog title={t('ftp.title')} closeLabel={t('action.close')} onClose={close}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void chart.addExtraAt({ muscle, side, ...offset }).then((failed) => {
            setProblem(failed === null ? null : t(failed.key, failed.values));
          });
        }}
      >
        <p className={styles['hint']}>
          {t('ftp.hint', { muscles: ftpMuscles.map((m) => name(m).toLowerCase()).join(', ') })}
        </p>
        <div className={styles['pair']}>
          <SelectField
            label={t('ftp.muscle')}
            value={muscle}
            options={ftpMuscles.map((id) => ({ value: id, label: name(id) }))}
            onChange={(id) => {
              setMuscle(id);
              setOffset(startingOffset(id, byMuscle[id].extras));
            }}
          />
          <SelectField
            label={t('ftp.side')}
            value={side}
            options={[
              { value: 'left', label: t('side.patientLeft') },
              { value: 'right', label: t('side.patientRight') },
            ]}
            onChange={setSide}
          />
        </div>
        <OffsetFields offset={offset} landmarks={landmarks} onChange={setOffset} />
        {/* Inside the dialog, because what stands outside a modal is not read out. */}
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
        <div className={styles['buttons']}>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit">
            {t('ftp.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
