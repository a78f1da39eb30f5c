import '../../messages/later';
import { Download, ScrollText, TestTubes } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import type { SessionListing } from '../../record/listing';
import type { ListedPatient } from '../../record/patients';
import type { StoreError } from '../../record/ports';
import { storeErrorText } from '../../state/refusal-text';
import { Button } from '../../ui/button';
import { later } from '../../ui/later';
import { Segmented } from '../../ui/segmented';
import { useServices } from '../services';
import page from '../shell/page.module.css';
import { TopBar } from '../shell/top-bar';
import { AtWorkLine, useAtWork } from './at-work-line';
import { BackupReminder, useBackupDue } from './backup-reminder';
import { DemoLink } from './demo-link';
import { DueLine } from './due/due-line';
import { ImportButton } from './import-button';
import { PatientsView } from './patients-view';
import styles from './records-screen.module.css';
import { FoundSessions } from './session-rows';
import { useKeptFresh } from './use-kept-fresh';

const ExportDialog = later(async () => (await import('./export-dialog')).ExportDialog);
const StockDialog = later(async () => (await import('./stock-dialog')).StockDialog);
const AuditDialog = later(async () => (await import('./audit-dialog')).AuditDialog);

type Listed =
  | { readonly kind: 'rows'; readonly rows: readonly SessionListing[] }
  | { readonly kind: 'failed'; readonly error: StoreError };

/** What the export of many begins with: a patient, and what stands in the search. */
type Exporting = { readonly patient: ListedPatient | null; readonly typed: string };

/** The sessions kept on this device: open, export, and import from a file. */
export function RecordsScreen() {
  const { records, store, server } = useServices();
  const [listed, setListed] = useState<Listed | null>(null);
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly message: Message } | null>(null);
  const [readingLog, setReadingLog] = useState(false);
  const [counting, setCounting] = useState(false);
  const [exporting, setExporting] = useState<Exporting | null>(null);
  const typed = useRef('');
  const due = useBackupDue();
  const atWork = useAtWork();
  // What stands above the list comes with it: a list that moves under a finger is pressed in the wrong place.
  const shown = due === undefined || atWork === undefined ? null : listed;

  const refresh = useCallback(async () => {
    const result = await store.list();
    setListed(result.ok ? { kind: 'rows', rows: result.value } : { kind: 'failed', error: result.error });
  }, [store]);
  useKeptFresh(refresh);
  useEffect(() => {
    // Whoever comes here first has what is signed sent as well.
    void server.start().catch(() => undefined);
  }, [server]);
  const refreshed = useCallback(() => void refresh(), [refresh]);

  return (
    <div className={page['screen']}>
      <TopBar screen="records" />
      <main className={page['page']}>
        <div className={page['head']}>
          <div className={styles['title']}>
            <h1>{t('records.title')}</h1>
            <p className={page['hint']}>{t('records.hint')}</p>
          </div>
          <div className={styles['buttons']}>
            <Button
              icon={<ScrollText size={17} aria-hidden="true" />}
              onClick={() => {
                setReadingLog(true);
              }}
            >
              {t('audit.open')}
            </Button>
            <Button
              icon={<TestTubes size={17} aria-hidden="true" />}
              onClick={() => {
                setCounting(true);
              }}
            >
              {t('stock.open')}
            </Button>
            <Button
              icon={<Download size={17} aria-hidden="true" />}
              disabled={shown?.kind !== 'rows' || shown.rows.length === 0}
              onClick={() => {
                setExporting({ patient: null, typed: typed.current });
              }}
            >
              {t('export.open')}
            </Button>
            <ImportButton onSaid={setSaid} onImported={refreshed} />
            <DemoLink />
          </div>
        </div>
        {shown !== null && atWork && <AtWorkLine known={atWork} />}
        {shown?.kind === 'rows' && due && <BackupReminder due={due} sessions={shown.rows.length} />}
        {shown?.kind === 'rows' && shown.rows.length > 0 && <DueLine rows={shown.rows} />}
        <p role="alert" className={page['message']}>
          {said !== null && !said.ok ? say(said.message) : null}
        </p>
        <p role="status" className={page['message']}>
          {said?.ok === true ? say(said.message) : null}
        </p>
        <Kept
          listed={shown}
          onTyped={(text) => {
            typed.current = text;
          }}
          onExportMany={(patient) => {
            setExporting({ patient, typed: '' });
          }}
          onExport={(id) => {
            void records.exportSession(id).then(setSaid);
          }}
        />
      </main>
      {exporting !== null && shown?.kind === 'rows' && (
        <ExportDialog
          rows={shown.rows}
          {...exporting}
          onClose={() => {
            setExporting(null);
          }}
        />
      )}
      {counting && (
        <StockDialog
          onClose={() => {
            setCounting(false);
          }}
        />
      )}
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

type KeptProps = {
  readonly listed: Listed | null;
  readonly onTyped: (text: string) => void;
  readonly onExport: (id: string) => void;
  readonly onExportMany: (patient: ListedPatient) => void;
};

const views = ['sessions', 'patients'] as const;

/** What is kept, as sessions or by patient. */
function Kept({ listed, onTyped, onExport, onExportMany }: KeptProps) {
  const [view, setView] = useState<(typeof views)[number]>('sessions');
  if (listed === null) return null;
  if (listed.kind === 'failed') return <p>{t('records.failed', { why: storeErrorText(listed.error) })}</p>;
  return (
    <>
      <div>
        <Segmented
          label={t('records.view')}
          value={view}
          onChange={setView}
          options={views.map((value) => ({ value, label: t(`records.view.${value}`) }))}
        />
      </div>
      {view === 'sessions' && listed.rows.length === 0 ? (
        <p className={page['card']}>{t('records.empty')}</p>
      ) : view === 'sessions' ? (
        <FoundSessions rows={listed.rows} onTyped={onTyped} onExport={onExport} />
      ) : (
        <PatientsView rows={listed.rows} onExport={onExport} onExportMany={onExportMany} />
      )}
    </>
  );
}
