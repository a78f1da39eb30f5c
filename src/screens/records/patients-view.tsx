import '../../messages/later';
import { UserRoundPlus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../messages/translate';
import { cumulativeDose } from '../../protocol/safety-limits';
import type { SessionListing } from '../../record/listing';
import type { Patient } from '../../record/patient';
import { summaryOf } from '../../record/patient-summary';
import { type ListedPatient, patientsOf } from '../../record/patients';
import { searchPatients } from '../../state/listing-search';
import type { OutcomesKit } from '../../state/outcomes/outcomes-kit';
import { storeErrorText } from '../../state/refusal-text';
import { routeFragment } from '../../state/route';
import { Button } from '../../ui/button';
import { later } from '../../ui/later';
import { patientName } from '../chart/patient-text';
import { dayText } from '../chart/time-text';
import { useServices } from '../services';
import page from '../shell/page.module.css';
import { useOutcomes } from '../use-book';
import { FoundList } from './found-list';
import { PatientSessions } from './patient-sessions';
import { RecordsTable } from './records-table';
import styles from './records-screen.module.css';

const NewPatientDialog = later(async () => (await import('./new-patient-dialog')).NewPatientDialog);

type Props = {
  readonly rows: readonly SessionListing[];
  readonly onExport: (id: string) => void;
  readonly onExportMany: (patient: ListedPatient) => void;
};

/** The patients of the sessions that can be read, the one seen last first, then those of files alone; or the sessions of one of them. */
export function PatientsView({ rows, onExport, onExportMany }: Props) {
  const { chart } = useServices();
  const [shown, setShown] = useState<string | null>(null);
  const kit = useOutcomes();
  const files = useFiles(kit, rows);
  const [adding, setAdding] = useState(false);
  const patients = useMemo(() => withFiles(patientsOf(rows), files.known).filter(isNamed), [rows, files]);
  const search = useMemo(() => searchPatients(patients), [patients]);
  const damaged = useMemo(() => rows.filter(({ kind }) => kind === 'damaged').length, [rows]);
  const [now] = useState(chart.now);
  // Back from a patient, the keyboard stands where it went in.
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (shown === null && before.current !== null) document.getElementById(buttonOf(before.current))?.focus();
    before.current = shown;
  }, [shown]);
  const one = patients.find(({ patient }) => patient.id === shown);
  if (one !== undefined) {
    return (
      <PatientSessions
        one={one}
        now={now}
        onExport={onExport}
        onExportMany={() => {
          onExportMany(one);
        }}
        onBack={() => {
          setShown(null);
        }}
      />
    );
  }
  return (
    <>
      <div>
        <Button
          icon={<UserRoundPlus size={17} aria-hidden="true" />}
          disabled={kit === null}
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('records.newPatient')}
        </Button>
      </div>
      {adding && kit !== null && (
        <NewPatientDialog
          kit={kit}
          known={patients}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      {files.problem !== null && <p role="alert">{files.problem}</p>}
      {damaged > 0 && <p className={styles['faint']}>{t('records.damagedPatients', { n: damaged })}</p>}
      {patients.length === 0 ? (
        <p>{t('records.noPatients')}</p>
      ) : (
        <FoundList
          all={patients.length}
          find={search.find}
          hint={t('records.searchPatients')}
          nothing={t('records.noPatientFound')}
          draw={(found) => <PatientTable patients={found} now={now} onShow={setShown} />}
        />
      )}
    </>
  );
}

type Files = { readonly known: readonly Patient[]; readonly problem: string | null };
const noFiles: Files = { known: [], problem: null };

/** The patients who have a file, read again with the sessions. */
function useFiles(kit: OutcomesKit | null, rows: Props['rows']): Files {
  const [files, setFiles] = useState(noFiles);
  useEffect(() => {
    let asked = true;
    void kit?.files().then((read) => {
      if (!asked) return;
      if (!read.ok) setFiles({ known: [], problem: t('records.filesFailed', { why: storeErrorText(read.error) }) });
      else
        setFiles({
          known: read.value.files.map(({ patient }) => patient),
          problem: read.value.damaged > 0 ? t('records.filesDamaged', { n: read.value.damaged }) : null,
        });
    });
    return () => {
      asked = false;
    };
  }, [kit, rows]);
  return files;
}

/** Who has a file and no session comes last, by name. */
function withFiles(seen: readonly ListedPatient[], files: readonly Patient[]): readonly ListedPatient[] {
  const known = new Set(seen.map(({ patient }) => patient.id));
  const unseen = files.filter(({ id }) => !known.has(id)).map((patient) => ({ patient, sessions: [] }));
  return [...seen, ...unseen.toSorted((a, b) => a.patient.label.localeCompare(b.patient.label))];
}

const buttonOf = (patient: string): string => `show-${patient}`;

/** A session that was begun and names nobody is no patient to be found again. */
const isNamed = ({ patient }: ListedPatient): boolean => patient.label !== '' || patient.recordNumber !== undefined;

type TableProps = {
  readonly patients: readonly ListedPatient[];
  readonly now: string;
  readonly onShow: (patient: string) => void;
};

function PatientTable({ patients, now, onShow }: TableProps) {
  const days = cumulativeDose.window.underDays;
  return (
    <RecordsTable
      label={t('records.view.patients')}
      columns={['records.patient', 'records.born', 'records.number', 'records.sessions', 'records.lastSession']}
      more={<th scope="col">{t('records.inWindow', { days })}</th>}
    >
      {patients.map((one) => (
        <Row key={one.patient.id} one={one} now={now} onShow={onShow} />
      ))}
    </RecordsTable>
  );
}

type RowProps = { readonly one: ListedPatient; readonly now: string; readonly onShow: (patient: string) => void };

function Row({ one, now, onShow }: RowProps) {
  const { patient } = one;
  const summary = summaryOf(one, now);
  const name = patientName(patient.label);
  const last = summary === null ? '' : dayText(summary.last);
  const days = cumulativeDose.window.underDays;
  return (
    <tr>
      <th scope="row">
        <a className={page['back']} href={routeFragment({ screen: 'patient', patient: patient.id, part: 'course' })}>
          {name}
        </a>
      </th>
      <td data-named={t('records.born')}>{patient.born ?? ''}</td>
      <td data-named={t('records.number')}>{patient.recordNumber ?? ''}</td>
      <td data-named={t('records.sessions')}>{summary?.sessions ?? t('records.noSessionYet')}</td>
      <td data-named={t('records.lastSession')}>{last}</td>
      <td data-named={t('records.inWindow', { days })} className={styles['units']}>
        {summary === null ? '' : t('ledger.units', { units: summary.inWindow })}
      </td>
      <td className={styles['actions']}>
        {summary !== null && (
          <Button
            id={buttonOf(patient.id)}
            aria-label={t('records.showPatientNamed', { patient: name, day: last })}
            onClick={() => {
              onShow(patient.id);
            }}
          >
            {t('records.showPatient')}
          </Button>
        )}
      </td>
    </tr>
  );
}
