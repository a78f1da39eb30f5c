import '../../messages/later';
import { t } from '../../messages/translate';
import { type LogLine, logLines } from '../../state/log-lines';
import { useAfterPaint } from '../../scene/use-after-paint';
import { useChart } from '../services';
import panel from './dose-panel.module.css';
import styles from './log.module.css';
import { clockTime } from './time-text';

/** How the totals came about, newest first; the entries of one gesture are one line. */
export function Log() {
  // How the totals came about can be read when they have been.
  const session = useAfterPaint(useChart((s) => s.session));
  const lines = session === null ? [] : logLines(session.entries, session.visit?.deviations);
  return (
    <div className={panel['section']}>
      <div className={panel['title']}>
        <h2>{t('log.title')}</h2>
        {session !== null && <span>{t('ledger.started', { time: clockTime(session.startedAt) })}</span>}
      </div>
      {lines.length === 0 ? <p className={styles['empty']}>{t('log.empty')}</p> : <LogLines lines={lines} />}
    </div>
  );
}

export function LogLines({ lines }: { readonly lines: readonly LogLine[] }) {
  return (
    <ol className={styles['log']} reversed>
      {lines.map((line) => (
        <li key={line.step}>
          <time>{clockTime(line.at)}</time>
          <b>
            {line.what}
            {line.reason !== undefined && <small>{line.reason}</small>}
          </b>
          <em>{line.amount}</em>
        </li>
      ))}
    </ol>
  );
}
