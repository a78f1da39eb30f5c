import { t } from '../../messages/translate';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useChart, useServices } from '../services';
import styles from './form.module.css';

/** Ends the charting of a session; says what is still open, and lets the injector decide. */
export function FinishDialog() {
  const { chart } = useServices();
  const totals = useChart((s) => s.fold.totals);
  const open = totals.sitesPlanned - totals.sitesGiven;
  const left = [...totals.byVial.values()].reduce((sum, vial) => sum + vial.left, 0);
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  return (
    <Dialog title={t('session.finishTitle')} closeLabel={t('action.close')} onClose={close}>
      <div className={styles['form']}>
        <p>
          {open > 0 ? t('session.finishOpen', { count: open }) : t('session.finishDone', { given: totals.given, left })}
        </p>
        <div className={styles['buttons']}>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button
            tone="primary"
            onClick={() => {
              chart.finish();
            }}
          >
            {t('action.finish')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
