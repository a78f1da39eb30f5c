import '../../messages/later';
import { t } from '../../messages/translate';
import type { Session } from '../../record/session';
import { visitOf } from '../../record/visit';
import { changeVisit, type VisitChange } from '../../state/visit-desk';
import { refusalText } from '../../state/visit-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useShown } from '../../scene/use-shown';
import { useServices } from '../services';
import { VisitAgreement } from './visit-agreement';
import { VisitChecks } from './visit-checks';
import { VisitFindings } from './visit-findings';
import { VisitTailoring } from './visit-tailoring';
import { VisitToxins } from './visit-toxins';
import styles from './visit-dialog.module.css';

/** Records something of the visit; what was wrong with it comes back as text. */
export type Change = (change: VisitChange) => string | null;

/** What is asked, confirmed and agreed before the first needle. Nothing is prefilled; every answer is kept at once. */
export function VisitDialog({ session }: { readonly session: Session }) {
  const { chart } = useServices();
  const shown = useShown();
  const visit = visitOf(session);
  const change: Change = (wanted) => {
    const refusal = changeVisit(chart, wanted);
    return refusal === null ? null : refusalText(refusal);
  };
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  return (
    <Dialog title={t('visit.title')} closeLabel={t('action.close')} wide onClose={close}>
      <div className={styles['visit']}>
        <VisitFindings session={session} change={change} />
        <VisitAgreement visit={visit} change={change} />
        {shown ? (
          <>
            <VisitChecks session={session} change={change} />
            <VisitToxins session={session} />
            <VisitTailoring session={session} visit={visit} />
            <div className={styles['foot']}>
              <p>{t('visit.keptAtOnce')}</p>
              <Button
                onClick={() => {
                  chart.begin({ kind: 'describing-vials' });
                }}
              >
                {t('ledger.vials')}
              </Button>
              <Button tone="primary" onClick={close}>
                {t('visit.done')}
              </Button>
            </div>
          </>
        ) : (
          <div className={styles['toCome']} />
        )}
      </div>
    </Dialog>
  );
}
