import '../../../messages/later';
import { useEffect, useMemo, useRef } from 'react';
import { t } from '../../../messages/translate';
import type { DryRun, Training } from '../../../state/training/training-kit';
import { ChartUnder } from '../../chart/chart-screen';
import { SessionBar } from '../../chart/session-bar';
import { type Services, ServicesProvider, useServices } from '../../services';
import { TopBar } from '../../shell/top-bar';
import { useTitle } from '../../use-title';
import { TrainingBand } from './training-band';
import styles from './training-chart.module.css';

type Props = { readonly run: DryRun; readonly training: Training };

/** The real Chart over the records of the run, framed so that nobody takes it for one of a patient. */
export function TrainingChart({ run, training }: Props) {
  const app = useServices();
  const services = useMemo<Services>(
    () => ({ ...app, ...run.services, anatomy: { ...app.anatomy, ...run.services.anatomy } }),
    [app, run],
  );
  useEffect(() => run.listen(), [run]);
  const heading = useRef<HTMLHeadingElement>(null);
  // What began the run is gone, and the keyboard would fall to the page.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
  }, []);
  // After the bar has named the window.
  useTitle(t('training.title'));
  return (
    <div data-training="true" data-name={t('training.title')} className={styles['training']}>
      <ServicesProvider value={services}>
        <ChartUnder
          bar={
            <>
              <TopBar screen="learn">
                <h1 ref={heading} tabIndex={-1} className="hidden">
                  {t('training.title')}
                </h1>
                <SessionBar />
              </TopBar>
              <TrainingBand run={run} training={training} />
            </>
          }
        />
      </ServicesProvider>
    </div>
  );
}
