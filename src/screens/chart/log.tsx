import { t } from '../../messages/translate';
import { useAfterPaint } from '../../scene/use-after-paint';
import { logBegun } from '../../state/log-begun';
import { useChart } from '../services';
import panel from './dose-panel.module.css';
import { LogOf } from './later-parts';
import styles from './log.module.css';
import { clockTime } from './time-text';

/** How the totals came about. Its lines, and the words that only they need, are fetched after the map. */
export function Log() {
  // How the totals came about can be read when they have been.
  const session = useAfterPaint(useChart((s) => s.session));
  return (
    <div className={panel['section']}>
      <div className={panel['title']}>
        <h2>{t('ledger.log')}</h2>
        {session !== null && <span>{t('ledger.started', { time: clockTime(session.startedAt) })}</span>}
      </div>
      {session === null || !logBegun(session) ? (
        <p className={styles['empty']}>{t('ledger.logEmpty')}</p>
      ) : (
        <LogOf session={session} />
      )}
    </div>
  );
}
