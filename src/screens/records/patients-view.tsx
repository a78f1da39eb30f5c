import '../../messages/later';
import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../messages/translate';
import { cumulativeDose } from '../../protocol/safety-limits';
import type { SessionListing } from '../../record/listing';
import { summaryOf } from '../../record/patient-summary';
import { type ListedPatient, patientsOf } from '../../record/patients';
import { searchPatients } from '../../state/listing-search';
import { Button } from '../../ui/button';
import { patientName } from '../chart/patient-text';
import { dayText } from '../chart/time-text';
import { useServices } from '../services';
import { FoundList } from './found-list';
import { PatientSessions } from './patient-sessions';
import styles from './records-screen.module.css';

type Props = {
  readonly rows: readonly SessionListing[];
  readonly onExport: (id: string) => void;
  readonly onExportMany: (patient: ListedPatient) => void;
};

/** The patients of the sessions that can be read, the one seen last first; or the sessions of one of them. */
export function PatientsView({ rows, onExport, onExportMany }: Props) {
  const { chart } = useServices();
  const [shown, setShown] = useState<string | null>(null);
  const patients = useMemo(() => patientsOf(rows).filter(isNamed), [rows]);
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
    <div className={styles['frame']}>
      <table className={styles['table']} aria-label={t('records.view.patients')}>
        <thead>
          <tr>
            <th scope="col">{t('records.patient')}</th>
            <th scope="col">{t('records.born')}</th>
            <th scope="col">{t('records.number')}</th>
            <th scope="col">{t('records.sessions')}</th>
            <th scope="col">{t('records.lastSession')}</th>
            <th scope="col">{t('records.inWindow', { days })}</th>
            <th scope="col">
              <span className="hidden">{t('records.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {patients.map((one) => (
            <Row key={one.patient.id} one={one} now={now} onShow={onShow} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { readonly one: ListedPatient; readonly now: string; readonly onShow: (patient: string) => void };

function Row({ one, now, onShow }: RowProps) {
  const { patient } = one;
  const summary = summaryOf(one, now);
  if (summary === null) return null;
  const name = patientName(patient.label);
  const last = dayText(summary.last);
  const days = cumulativeDose.window.underDays;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-named={t('records.born')}>{patient.born ?? ''}</td>
      <td data-named={t('records.number')}>{patient.recordNumber ?? ''}</td>
      <td data-named={t('records.sessions')}>{summary.sessions}</td>
      <td data-named={t('records.lastSession')}>{last}</td>
      <td data-named={t('records.inWindow', { days })} className={styles['units']}>
        {t('ledger.units', { units: summary.inWindow })}
      </td>
      <td className={styles['actions']}>
        <Button
          id={buttonOf(patient.id)}
          aria-label={t('records.showPatientNamed', { patient: name, day: last })}
          onClick={() => {
            onShow(patient.id);
          }}
        >
          {t('records.showPatient')}
        </Button>
      </td>
    </tr>
  );
}
