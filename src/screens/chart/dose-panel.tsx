import { Redo2, Undo2 } from 'lucide-react';
import { t } from '../../messages/translate';
import { aliquot, ftpMuscles, muscles } from '../../protocol/paradigm';
import { canRedo, canUndo } from '../../ledger/history';
import { SiteGlyph } from '../../scene/site-glyph';
import { Button } from '../../ui/button';
import { useChart, useServices, useTheme } from '../services';
import { DoseBar } from './dose-bar';
import styles from './dose-panel.module.css';
import { Log } from './log';
import { VialBalance } from './vial-balance';

/** What is in, what is planned, what is allowed; by muscle, by extra, by vial; and how it came about. */
export function DosePanel() {
  const totals = useChart((s) => s.fold.totals);
  const { chart } = useServices();
  const charting = useChart((s) => s.session !== null && s.session.finishedAt === undefined);
  const undoable = useChart((s) => s.session !== null && canUndo(s.session));
  const redoable = useChart((s) => s.session !== null && canRedo(s.session));
  return (
    <section aria-label={t('ledger.name')} className={styles['panel']}>
      <div>
        <div className={styles['figures']}>
          <p className={styles['given']}>
            <span className={styles['word']}>{t('ledger.given')} </span>
            <span className={styles['number']}>{totals.given}</span>
            <span className={styles['unit']}> U</span>
          </p>
          <p className={styles['other']}>
            <span className={styles['word']}>{t('ledger.planned')} </span>
            <b>{t('ledger.units', { units: totals.planned })}</b>
          </p>
          <p className={styles['other']}>
            <span className={styles['word']}>{t('ledger.cap')} </span>
            <b>{t('ledger.units', { units: totals.cap })}</b>
          </p>
        </div>
        <DoseBar />
      </div>
      <Extras />
      <ByMuscle />
      <VialBalance />
      <Log />
      <div className={styles['undo']}>
        <Button icon={<Undo2 size={17} aria-hidden="true" />} disabled={!charting || !undoable} onClick={chart.undo}>
          {t('action.undo')}
        </Button>
        <Button icon={<Redo2 size={17} aria-hidden="true" />} disabled={!charting || !redoable} onClick={chart.redo}>
          {t('action.redo')}
        </Button>
      </div>
    </section>
  );
}

function Extras() {
  const totals = useChart((s) => s.fold.totals);
  const rows = useChart((s) => s.fold.rows);
  const theme = useTheme();
  return (
    <div className={styles['section']}>
      <div className={styles['title']}>
        <h2>{t('ledger.extras')}</h2>
        <span>{t('ledger.extrasEach', { units: aliquot.units })}</span>
      </div>
      <ul className={styles['extras']}>
        {ftpMuscles.map((muscle) => {
          const name = muscles.find((m) => m.id === muscle)?.name ?? muscle;
          const { extrasAllowed, extrasLeft } = totals.byMuscle[muscle];
          const used = rows.filter((row) => row.ftp && row.muscle === muscle && row.state !== 'withdrawn');
          return (
            <li key={muscle}>
              <span>{t('ledger.extraLeft', { muscle: name, n: extrasLeft })}</span>
              <span className={styles['diamonds']} aria-hidden="true">
                {Array.from({ length: extrasAllowed }, (_, i) => {
                  const row = used[i];
                  return (
                    <SiteGlyph
                      key={row?.id ?? `free-${String(i)}`}
                      state={
                        row === undefined
                          ? 'free'
                          : row.state === 'given'
                            ? 'given'
                            : row.state === 'skipped'
                              ? 'skipped'
                              : 'planned'
                      }
                      ftp
                      muscle={muscle}
                      theme={theme}
                      size={18}
                    />
                  );
                })}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ByMuscle() {
  const totals = useChart((s) => s.fold.totals);
  return (
    <details className={styles['section']}>
      <summary>{t('ledger.byMuscle')}</summary>
      <dl className={styles['byMuscle']}>
        {muscles.map((muscle) => (
          <div key={muscle.id}>
            <dt>{muscle.name}</dt>
            <dd>
              {t('ledger.ofPlanned', {
                given: totals.byMuscle[muscle.id].given,
                planned: totals.byMuscle[muscle.id].planned,
              })}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
