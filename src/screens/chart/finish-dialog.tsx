import '../../messages/later';
import { PenLine } from 'lucide-react';
import { t } from '../../messages/translate';
import type { Session } from '../../record/session';
import { signingProblems } from '../../record/signing-problems';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useChart, useServices } from '../services';
import styles from './form.module.css';
import { SigningProblems } from './signing-problems';
import { useFindings } from './use-findings';

/** Ends the charting of a session: says what is missing for a signature, and lets the injector finish without one. */
export function FinishDialog({ session }: { readonly session: Session }) {
  const { chart } = useServices();
  const totals = useChart((s) => s.fold.totals);
  const findings = useFindings(session);
  const problems = signingProblems(session, totals, findings);
  const finished = session.finishedAt !== undefined;
  const open = totals.sitesPlanned - totals.sitesGiven;
  const left = [...totals.byVial.values()].reduce((sum, vial) => sum + vial.left, 0);
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  return (
    <Dialog title={t('finish.title')} closeLabel={t('action.close')} onClose={close}>
      <div className={styles['form']}>
        <p>{open > 0 ? t('finish.open', { count: open }) : t('finish.done', { given: totals.given, left })}</p>
        <SigningProblems session={session} problems={problems} />
        <p className={styles['hint']}>{t(finished && problems.length > 0 ? 'finish.reopenFirst' : 'finish.hint')}</p>
        <div className={styles['buttons']}>
          <Button onClick={close}>{t('action.cancel')}</Button>
          {!finished && (
            <Button
              tone={problems.length === 0 ? 'plain' : 'primary'}
              onClick={() => {
                chart.finish();
              }}
            >
              {t('action.finish')}
            </Button>
          )}
          <Button
            tone={problems.length === 0 ? 'primary' : 'plain'}
            icon={<PenLine size={17} aria-hidden="true" />}
            disabled={problems.length > 0}
            onClick={() => {
              chart.begin({ kind: 'signing' });
            }}
          >
            {t('action.signAndLock')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
