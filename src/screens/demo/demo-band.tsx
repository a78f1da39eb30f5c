import '../../messages/later';
import { FlaskConical, LogOut, UserRound } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { demoPatientId } from '../../state/demo/demo-days';
import { routeFragment } from '../../state/route';
import { trainingPin } from '../../state/training/training-text';
import { Button } from '../../ui/button';
import { HatchedBand } from '../hatched-band';
import { LeaveDialog } from '../leave-dialog';
import styles from './demo-band.module.css';

type Props = {
  /** Why the demo could not be filled; null where it could, or is being. */
  readonly problem: string | null;
  /** It was filled on an earlier day and is kept as it is. */
  readonly earlier: boolean;
  /** Deletes the demo and goes; false where another window still holds it. */
  readonly onLeave: () => Promise<boolean>;
};

/** Above every screen of the demo: that nothing here is real, the way to its patient, and the way out. */
export function DemoBand({ problem, earlier, onLeave }: Props) {
  const [leaving, setLeaving] = useState(false);
  const [held, setHeld] = useState(false);
  return (
    <div className={styles['demo']} data-name={t('demo.tag')}>
      <HatchedBand
        label={t('demo.band')}
        said={
          <>
            <FlaskConical size={18} aria-hidden="true" className={styles['mark']} />
            <span className={styles['text']}>
              <strong>{t('demo.band')}</strong>{' '}
              <span className={styles['apart']}>{t('demo.apart', { pin: trainingPin })}</span>
              {earlier && <span className={styles['earlier']}> {t('demo.earlier')}</span>}
            </span>
          </>
        }
        buttons={
          <>
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
          </>
        }
      >
        {problem !== null && <p role="alert">{t('demo.failed', { why: problem })}</p>}
        {leaving && (
          <LeaveDialog
            title={t('demo.leaveTitle')}
            stay={t('demo.stay')}
            leave={t('demo.leave')}
            onStay={() => {
              setLeaving(false);
            }}
            onLeave={() => {
              void onLeave().then((left) => {
                setHeld(!left);
              });
            }}
          >
            <p>{t('demo.leaveText')}</p>
            {earlier && <p>{t('demo.earlier')}</p>}
            <p className={styles['pin']}>{t('demo.apart', { pin: trainingPin })}</p>
            <p role="alert">{held ? t('demo.left') : null}</p>
          </LeaveDialog>
        )}
      </HatchedBand>
    </div>
  );
}
