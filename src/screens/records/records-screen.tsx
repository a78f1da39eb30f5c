import '../../messages/later';
import { FileUp, ScrollText, TestTubes } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import type { SessionListing } from '../../record/listing';
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
import { PatientsView } from './patients-view';
import { FoundSessions } from './session-rows';
import { useKeptFresh } from './use-kept-fresh';

const StockDialog = later(async () => (await import('./stock-dialog')).StockDialog);
const AuditDialog = later(async () => (await import('./audit-dialog')).AuditDialog);

type Listed =
  | { readonly kind: 'rows'; readonly rows: readonly SessionListing[] }
  | { readonly kind: 'failed'; readonly error: StoreError };

/** The sessions kept on this device: open, export, and import from a file. */
export function RecordsScreen() {
  const { records, store, server } = useServices();
  const [listed, setListed] = useState<Listed | null>(null);
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly message: Message } | null>(null);
  const [readingLog, setReadingLog] = useState(false);
  const [counting, setCounting] = useState(false);
  const file = useRef<HTMLInputElement>(null);
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
            icon={<TestTubes size={17} aria-hidden="true" />}
            onClick={() => {
              setCounting(true);
            }}
          >
            {t('stock.open')}
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
        {shown !== null && atWork && <AtWorkLine known={atWork} />}
        {shown?.kind === 'rows' && shown.rows.length > 0 && due && <BackupReminder due={due} />}
        <p role="alert" className={page['message']}>
          {said !== null && !said.ok ? say(said.message) : null}
        </p>
        <p role="status" className={page['message']}>
          {said?.ok === true ? say(said.message) : null}
        </p>
        <Kept
          listed={shown}
          onExport={(id) => {
            void records.exportSession(id).then(setSaid);
          }}
        />
      </main>
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

type KeptProps = { readonly listed: Listed | null; readonly onExport: (id: string) => void };

const views = ['sessions', 'patients'] as const;

/** What is kept, as sessions or by patient. */
function Kept({ listed, onExport }: KeptProps) {
  const [view, setView] = useState<(typeof views)[number]>('sessions');
  if (listed === null) return null;
  if (listed.kind === 'failed') return <p>{t('records.failed', { why: storeErrorText(listed.error) })}</p>;
  if (listed.rows.length === 0) return <p className={page['card']}>{t('records.empty')}</p>;
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
      {view === 'sessions' ? (
        <FoundSessions rows={listed.rows} onExport={onExport} />
      ) : (
        <PatientsView rows={listed.rows} onExport={onExport} />
      )}
    </>
  );
}
