import { say } from '../../messages/translate';
import { useChart } from '../services';
import { RefusalText } from './later-parts';
import styles from './notices.module.css';

/** One place for what must be heard: refusals as an alert, the rest as a status. Always in the page, so that both are announced. */
export function Notices() {
  const notice = useChart((s) => s.notice);
  const refused = notice?.kind === 'refused' ? notice : null;
  const done = notice === null || notice.kind === 'refused' ? null : notice;
  return (
    <div className={styles['notices']}>
      <div role="alert" className={styles['refused']} key={`r${String(refused?.n ?? 0)}`}>
        {refused === null ? null : <RefusalText message={refused.message} />}
      </div>
      <div role="status" className={styles['done']}>
        {done === null ? null : (
          <span key={done.n} data-tone={done.kind}>
            {say(done.message)}
          </span>
        )}
      </div>
    </div>
  );
}
