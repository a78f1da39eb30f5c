import '../../messages/later';
import { ArrowLeft, Download, FilePlus2, GitCompareArrows } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../../messages/translate';
import { cumulativeDose } from '../../protocol/safety-limits';
import { summaryOf } from '../../record/patient-summary';
import type { ListedPatient } from '../../record/patients';
import { routeFragment } from '../../state/route';
import { Button } from '../../ui/button';
import { patientFacts, patientName } from '../chart/patient-text';
import { useServices } from '../services';
import page from '../shell/page.module.css';
import { startSessionFor } from './patient/start-session';
import styles from './records-screen.module.css';
import { SessionTable } from './session-rows';

type Props = {
  readonly one: ListedPatient;
  readonly now: string;
  readonly onExport: (id: string) => void;
  readonly onExportMany: () => void;
  readonly onBack: () => void;
};

/** One patient's sessions, and the next one. */
export function PatientSessions({ one, now, onExport, onExportMany, onBack }: Props) {
  const { chart } = useServices();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const summary = summaryOf(one, now);
  const [last, before] = one.sessions;
  return (
    <>
      <div className={page['head']}>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {patientName(one.patient.label)}
          </h2>
          <p className={page['hint']}>{patientFacts(one)}</p>
          {summary !== null && (
            <p className={page['hint']}>
              {t('records.patientFacts', {
                n: summary.sessions,
                units: summary.inWindow,
                days: cumulativeDose.window.underDays,
              })}
            </p>
          )}
        </div>
        <div className={styles['buttons']}>
          <Button icon={<ArrowLeft size={17} aria-hidden="true" />} onClick={onBack}>
            {t('records.allPatients')}
          </Button>
          {last !== undefined && before !== undefined && (
            <a className={styles['open']} href={routeFragment({ screen: 'records', compare: [before.id, last.id] })}>
              <GitCompareArrows size={17} aria-hidden="true" />
              {t('comparison.open')}
            </a>
          )}
          <Button icon={<Download size={17} aria-hidden="true" />} onClick={onExportMany}>
            {t('export.open')}
          </Button>
          <Button
            tone="primary"
            icon={<FilePlus2 size={17} aria-hidden="true" />}
            onClick={() => void startSessionFor(chart, one.patient)}
          >
            {t('action.newSession')}
          </Button>
        </div>
      </div>
      <SessionTable rows={one.sessions} onExport={onExport} />
    </>
  );
}
