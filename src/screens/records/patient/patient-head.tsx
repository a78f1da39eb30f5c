import '../../../messages/later';
import { ArrowLeft, Eye, FilePlus2 } from 'lucide-react';
import { t } from '../../../messages/translate';
import type { Patient } from '../../../record/patient';
import type { KnownSessions } from '../../../state/outcomes/course-sessions';
import { routeFragment } from '../../../state/route';
import { Button } from '../../../ui/button';
import { ButtonLink } from '../../../ui/button-link';
import { patientName } from '../../chart/patient-text';
import { dayText } from '../../chart/time-text';
import { useServices } from '../../services';
import styles from './patient-screen.module.css';

type Props = {
  /** Null until it was read. */
  readonly patient: Patient | null;
  /** Null until the store was asked. */
  readonly known: KnownSessions | null;
};

/** Who it is, and what can be begun with the patient. */
export function PatientHead({ patient, known }: Props) {
  const { chart } = useServices();
  return (
    <>
      <a className={styles['back']} href={routeFragment({ screen: 'records' })}>
        <ArrowLeft size={17} aria-hidden="true" />
        {t('comparison.back')}
      </a>
      <div className={styles['head']}>
        <div className={styles['who']}>
          <h1>{patient === null ? t('patient.loading') : patientName(patient.label)}</h1>
          {patient !== null && (
            <ul className={styles['facts']}>
              {patientLine(patient, known).map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          )}
        </div>
        <ButtonLink
          icon={<Eye size={17} aria-hidden="true" />}
          href={routeFragment(
            patient === null ? { screen: 'preview' } : { screen: 'preview', part: 'for', at: patient.id },
          )}
        >
          {t('patient.preview')}
        </ButtonLink>
        <Button
          tone="primary"
          icon={<FilePlus2 size={17} aria-hidden="true" />}
          disabled={patient === null}
          onClick={() => {
            if (patient === null) return;
            // Chart says it where none may be begun.
            void chart.newSession(patient).then(() => {
              location.hash = routeFragment({ screen: 'chart', session: null });
              scrollTo(0, 0);
            });
          }}
        >
          {t('action.newSession')}
        </Button>
      </div>
    </>
  );
}

/** What tells the patient apart beside the name, and how often the patient was seen. */
function patientLine({ born, recordNumber }: Patient, known: KnownSessions | null): readonly string[] {
  return [
    ...(recordNumber === undefined ? [] : [t('details.number', { number: recordNumber })]),
    ...(born === undefined ? [] : [t('details.bornOn', { born })]),
    ...seenText(known),
  ];
}

/** That there was no session is said only where every record could be read. */
function seenText(known: KnownSessions | null): readonly string[] {
  const first = known?.sessions[0];
  if (known === null || (first === undefined && known.unread !== 0)) return [];
  if (first === undefined) return [t('patient.noSessions')];
  return [t('patient.sessions', { n: known.sessions.length, day: dayText(first.startedAt) })];
}
