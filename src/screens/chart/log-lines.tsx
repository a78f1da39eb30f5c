import '../../messages/later';
import type { Session } from '../../record/session';
import { type LogLine, logLines } from '../../state/log-lines';
import styles from './log.module.css';
import { clockTime } from './time-text';

/** What was done in a session, newest first; the entries of one gesture are one line. */
export function LogOf({ session }: { readonly session: Session }) {
  return <LogLines lines={logLines(session.entries, session.visit?.deviations)} />;
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
