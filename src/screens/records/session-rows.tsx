import '../../messages/later';
import { Download, FolderOpen } from 'lucide-react';
import { useMemo } from 'react';
import { t } from '../../messages/translate';
import { isMapId, mapOf } from '../../protocol/maps';
import type { ListedSession, SessionListing } from '../../record/listing';
import type { ClinicServer } from '../../state/clinic-server';
import { searchListing } from '../../state/listing-search';
import { routeFragment } from '../../state/route';
import { Button } from '../../ui/button';
import { patientName } from '../chart/patient-text';
import { clockTime, dayText } from '../chart/time-text';
import { FoundList } from './found-list';
import { RecordsTable } from './records-table';
import styles from './records-screen.module.css';
import { ServerSign, useClinicServer } from './server-sign';

type OnExport = (id: string) => void;
type Props = { readonly rows: readonly SessionListing[]; readonly onExport: OnExport };

/** All sessions, with their search. */
export function FoundSessions({ rows, onTyped, onExport }: Props & { readonly onTyped: (text: string) => void }) {
  const search = useMemo(() => searchListing(rows), [rows]);
  return (
    <FoundList
      all={rows.length}
      find={search.find}
      onTyped={onTyped}
      hint={t('records.searchHint')}
      nothing={t('records.nothingFound')}
      draw={(shown) => <SessionTable rows={shown} onExport={onExport} />}
    />
  );
}

/** Sessions in a table, each with what can be done with it. Of a damaged one no day and no units are shown. */
export function SessionTable({ rows, onExport }: Props) {
  const clinic = useClinicServer();
  return (
    <RecordsTable
      label={t('records.sessions')}
      columns={['records.patient', 'records.date', 'records.map', 'records.given', 'records.state']}
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} clinic={clinic} onExport={onExport} />
      ))}
    </RecordsTable>
  );
}

type RowProps = { readonly row: SessionListing; readonly clinic: ClinicServer | null; readonly onExport: OnExport };

function Row({ row, clinic, onExport }: RowProps) {
  const exportButton = (label: string) => (
    <Button
      icon={<Download size={17} aria-hidden="true" />}
      aria-label={label}
      onClick={() => {
        onExport(row.id);
      }}
    >
      {t('records.export')}
    </Button>
  );
  if (row.kind === 'damaged') {
    return (
      <tr>
        <td colSpan={5}>{t('records.damaged', { why: row.why })}</td>
        <td className={styles['actions']}>{exportButton(t('records.export'))}</td>
      </tr>
    );
  }
  const patient = patientName(row.patient.label);
  const date = dayText(row.startedAt);
  return (
    <tr>
      <th scope="row">{patient}</th>
      <td>
        {date} <span className={styles['faint']}>{clockTime(row.startedAt)}</span>
      </td>
      <td>{isMapId(row.map) ? mapOf(row.map).shortTitle : row.map}</td>
      <td className={styles['units']}>{t('ledger.units', { units: row.given })}</td>
      <td>
        {t(stateOf(row))}
        {clinic !== null && row.signed && <ServerSign clinic={clinic} session={row.id} />}
      </td>
      <td className={styles['actions']}>
        <a
          className={styles['open']}
          href={routeFragment({ screen: 'chart', session: row.id })}
          aria-label={t('records.openFor', { patient, date })}
        >
          <FolderOpen size={17} aria-hidden="true" />
          {t('records.open')}
        </a>
        {exportButton(t('records.exportFor', { patient, date }))}
      </td>
    </tr>
  );
}

/** What was signed stays signed, finished or not. */
const stateOf = ({ signed, finishedAt }: ListedSession) =>
  signed ? 'records.signed' : finishedAt === undefined ? 'records.draft' : 'records.finished';
