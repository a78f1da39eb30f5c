import '../../../messages/later';
import { BookOpenText, Flag, GraduationCap, LogOut } from 'lucide-react';
import { useId, useState } from 'react';
import { t } from '../../../messages/translate';
import { startingVial } from '../../../protocol/paradigm';
import type { DryRun, Training } from '../../../state/training/training-kit';
import { storyOf, trainingPin } from '../../../state/training/training-text';
import { Button } from '../../../ui/button';
import { HatchedBand } from '../../hatched-band';
import { LeaveDialog } from '../../leave-dialog';
import { useServices } from '../../services';
import styles from './training-band.module.css';

type Props = { readonly run: DryRun; readonly training: Training };

/** Says above everything that this is no patient, tells the story again, and ends the run. */
export function TrainingBand({ run, training }: Props) {
  const { chart } = useServices();
  const story = useId();
  const [told, setTold] = useState(true);
  const [leaving, setLeaving] = useState(false);
  return (
    <>
      <HatchedBand
        wraps
        label={t('training.name')}
        said={
          <>
            <GraduationCap size={18} aria-hidden="true" />
            <strong>{t('training.band')}</strong>
          </>
        }
        buttons={
          <>
            <Button
              icon={<BookOpenText size={17} aria-hidden="true" />}
              aria-expanded={told}
              aria-controls={story}
              onClick={() => {
                setTold(!told);
              }}
            >
              {t('training.story')}
            </Button>
            <Button
              tone="primary"
              icon={<Flag size={17} aria-hidden="true" />}
              onClick={() => {
                void training.end();
              }}
            >
              {t('training.end')}
            </Button>
            <Button
              icon={<LogOut size={17} aria-hidden="true" />}
              onClick={() => {
                setLeaving(true);
              }}
            >
              {t('training.leave')}
            </Button>
          </>
        }
      >
        {leaving && (
          <LeaveDialog
            title={t('training.leaveTitle')}
            stay={t('training.stay')}
            leave={t('training.leave')}
            onStay={() => {
              setLeaving(false);
            }}
            onLeave={training.leave}
          >
            <p>{t('training.leaveText')}</p>
          </LeaveDialog>
        )}
      </HatchedBand>
      {told && (
        <section id={story} aria-label={t('training.story')} className={styles['story']}>
          <p>{storyOf(run.case, chart.now())}</p>
          <p className={styles['tray']}>
            {t('training.tray', { strength: startingVial.strength })} {t('training.pin', { pin: trainingPin })}
          </p>
        </section>
      )}
    </>
  );
}
