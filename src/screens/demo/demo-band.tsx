import '../../messages/later';
import { FlaskConical, LogOut, UserRound } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { demoPatientId } from '../../state/demo/demo-days';
import { routeFragment } from '../../state/route';
import { trainingPin } from '../../state/training/training-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import styles from './demo-band.module.css';

type Props = {
  /** Why the demo could not be filled; null where it could, or is being. */
  readonly problem: string | null;
  /** Deletes the demo and goes; false where another window still holds it. */
  readonly onLeave: () => Promise<boolean>;
};

/** Above every screen of the demo: that nothing here is real, the way to its patient, and the way out. */
export function DemoBand({ problem, onLeave }: Props) {
  const [leaving, setLeaving] = useState(false);
  const [held, setHeld] = useState(false);
  const stay = () => {
    setLeaving(false);
  };
  return (
    <section aria-label={t('demo.band')} className={styles['band']} data-name={t('demo.tag')}>
      <div className={styles['row']}>
        <p className={styles['said']}>
          <FlaskConical size={18} aria-hidden="true" />
          <span>
            <strong>{t('demo.band')}</strong>{' '}
            <span className={styles['apart']}>{t('demo.apart', { pin: trainingPin })}</span>
          </span>
        </p>
        <div className={styles['buttons']}>
          <a
            className={styles['link']}
            href={routeFragment({ screen: 'patient', patient: demoPatientId, part: 'course' })}
          >
            <UserRound size={17} aria-hidden="true" />
            <span>{t('demo.patientLink')}</span>
          </a>
          <Button
            icon={<LogOut size={17} aria-hidden="true" />}
            onClick={() => {
              setLeaving(true);
            }}
          >
            {t('demo.leave')}
          </Button>
        </div>
      </div>
      {problem !== null && <p role="alert">{t('demo.failed', { why: problem })}</p>}
      {leaving && (
        <Dialog title={t('demo.leaveTitle')} closeLabel={t('action.close')} onClose={stay}>
          <div className={styles['leave']}>
            <p>{t('demo.leaveText')}</p>
            <p className={styles['pin']}>{t('demo.apart', { pin: trainingPin })}</p>
            <p role="alert">{held ? t('demo.left') : null}</p>
            <div className={styles['leaving']}>
              <Button onClick={stay}>{t('demo.stay')}</Button>
              <Button
                tone="primary"
                onClick={() => {
                  void onLeave().then((left) => {
                    setHeld(!left);
                  });
                }}
              >
                {t('demo.leave')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </section>
  );
}
