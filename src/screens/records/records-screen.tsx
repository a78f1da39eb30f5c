import '../../messages/later';
import { Download, FileUp, FolderOpen, ScrollText } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import { isMapId, mapOf } from '../../protocol/maps';
import type { SessionListing } from '../../record/listing';
import type { StoreError } from '../../record/ports';
import { storeErrorText } from '../../state/refusal-text';
import { routeFragment } from '../../state/route';
import { searchListing } from '../../state/listing-search';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { later } from '../../ui/later';
import { clockTime, dayText } from '../chart/time-text';
import { useServices } from '../services';
import page from '../shell/page.module.css';
import { BackupReminder } from './backup-reminder';
import { TopBar } from '../shell/top-bar';
import styles from './records-screen.module.css';

const AuditDialog = later(async () => (await import('./audit-dialog')).AuditDialog);

type Listed =
  | { readonly kind: 'rows'; readonly rows: readonly SessionListing[] }
  | { readonly kind: 'failed'; readonly error: StoreError };

/** The sessions kept on this device: open, export, and import from a file. */
export function RecordsScreen() {
  const { records, store } = useServices();
  const [listed, setListed] = useState<Listed | null>(null);
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly message: Message } | null>(null);
  const [readingLog, setReadingLog] = useState(false);
  const file = useRef<HTMLInputElement>(null);

  const refresh = useCallback(async () => {
    const result = await store.list();
    setListed(result.ok ? { kind: 'rows', rows: result.value } : { kind: 'failed', error: result.error });
  }, [store]);
  useEffect(() => {
    // After the first paint; the store then calls back for every change.
    const first = setTimeout(() => void refresh());
    const unwatch = store.watch(() => void refresh());
    return () => {
      clearTimeout(first);
      unwatch();
    };
  }, [refresh, store]);

  return (
    <div className={page['screen']}>
      <TopBar screen="records" />
      <main className={page['page']}>
        <div className={page['head']}>
          <div>
            <h1>{t('records.title')}</h1>
            <p className={page['hint']}>{t('records.hint')}</p>
          </div>
          <Button
            icon={<ScrollText size={17} aria-hidden="true" />}
            onClick={() => {
              setReadingLog(true);
            }}
          >
            {t('audit.open')}
          </Button>
          <Button
            icon={<FileUp size={17} aria-hidden="true" />}
            onClick={() => {
              file.current?.click();
            }}
          >
            {t('records.import')}
          </Button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".json,application/json"
            aria-label={t('records.import')}
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = '';
              if (chosen === undefined) return;
              void records.importFile(chosen).then((outcome) => {
                setSaid(outcome);
                return refresh();
              });
            }}
          />
        </div>
        {listed?.kind === 'rows' && listed.rows.length > 0 && <BackupReminder />}
        <p role="alert" className={page['message']}>
          {said !== null && !said.ok ? say(said.message) : null}
        </p>
        <p role="status" className={page['message']}>
          {said?.ok === true ? say(said.message) : null}
        </p>
        <RecordsTable
          listed={listed}
          onExport={(id) => {
            void records.exportSession(id).then(setSaid);
          }}
        />
      </main>
      {readingLog && (
        <AuditDialog
          onClose={() => {
            setReadingLog(false);
          }}
        />
      )}
    </div>
  );
}

type OnExport = (id: string) => void;
type TableProps = { readonly listed: Listed | null; readonly onExport: OnExport };

function RecordsTable({ listed, onExport }: TableProps) {
  if (listed === null) return null;
  if (listed.kind === 'failed') return <p>{t('records.failed', { why: storeErrorText(listed.error) })}</p>;
  if (listed.rows.length === 0) return <p className={page['card']}>{t('records.empty')}</p>;
  return <FoundRows rows={listed.rows} onExport={onExport} />;
}

/** Rows drawn at once. Chosen: more than anybody reads, few enough to be drawn while a key is held down. */
const pageOf = 100;

/** The list with its search. Ten thousand rows are searched at every key; only the first of those found are drawn. */
function FoundRows({ rows, onExport }: { readonly rows: readonly SessionListing[]; readonly onExport: OnExport }) {
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(pageOf);
  const search = useMemo(() => searchListing(rows), [rows]);
  const found = useMemo(() => search.find(typed), [search, typed]);
  const shown = found.slice(0, most);
  return (
    <>
      <div className={styles['search']}>
        <TextField
          label={t('records.search')}
          hint={t('records.searchHint')}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setMost(pageOf);
          }}
        />
        <p role="status" className={styles['faint']}>
          {found.length === 0
            ? t('records.nothingFound')
            : t('records.found', { found: found.length, all: rows.length })}
        </p>
      </div>
      {found.length > 0 && <RowTable rows={shown} onExport={onExport} />}
      {found.length > most && (
        <Button
          wide
          onClick={() => {
            setMost(most + pageOf);
          }}
        >
          {t('records.more', { n: Math.min(pageOf, found.length - most) })}
        </Button>
      )}
    </>
  );
}

function RowTable({ rows, onExport }: { readonly rows: readonly SessionListing[]; readonly onExport: OnExport }) {
  return (
    <div className={styles['frame']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('records.patient')}</th>
            <th scope="col">{t('records.date')}</th>
            <th scope="col">{t('records.map')}</th>
            <th scope="col">{t('records.given')}</th>
            <th scope="col">{t('records.state')}</th>
            <th scope="col">
              <span className="hidden">{t('records.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} onExport={onExport} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, onExport }: { readonly row: SessionListing; readonly onExport: (id: string) => void }) {
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
  const patient = row.patient.label === '' ? t('records.noPatient') : row.patient.label;
  const date = dayText(row.startedAt);
  return (
    <tr>
      <th scope="row">{patient}</th>
      <td>
        {date} <span className={styles['faint']}>{clockTime(row.startedAt)}</span>
      </td>
      <td>{isMapId(row.map) ? mapOf(row.map).shortTitle : row.map}</td>
      <td className={styles['units']}>{t('ledger.units', { units: row.given })}</td>
      <td>{t(row.finishedAt === undefined ? 'records.draft' : 'records.finished')}</td>
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
