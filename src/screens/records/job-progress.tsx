import '../../messages/later';
import { useStore } from 'zustand';
import { t } from '../../messages/translate';
import type { LongJob } from '../../state/long-job';
import { Button } from '../../ui/button';
import styles from './job-progress.module.css';

type Props = { readonly label: string; readonly job: Pick<LongJob, 'store' | 'cancel'> };

/** How far a long job is, and its end before the time; nothing while none runs. */
export function JobProgress({ label, job }: Props) {
  const state = useStore(job.store);
  if (state.kind === 'idle') return null;
  const { done, total, stopping } = state;
  const known = total !== null && total > 0;
  return (
    <div className={styles['job']}>
      <progress aria-label={label} {...(known ? { value: done, max: total } : {})} />
      <p className={styles['count']}>
        {t(stopping ? 'job.stopping' : known ? 'job.progress' : 'job.begun', { done, total: total ?? 0 })}
      </p>
      {/* Heard in tenths: a voice that tells every session never comes to the end. */}
      <p role="status" className="hidden">
        {known ? t('job.tenths', { percent: Math.floor((10 * done) / total) * 10 }) : ''}
      </p>
      <Button disabled={stopping} onClick={job.cancel}>
        {t('job.cancel')}
      </Button>
    </div>
  );
}
