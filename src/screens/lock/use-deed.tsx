import { type ReactNode, useEffect, useState } from 'react';
import { type Message, say } from '../../messages/translate';
import { type Trouble, waitMessage } from '../../state/vault-text';
import styles from './lock-screen.module.css';

type Deed = {
  /** Does it once; true if it was done. What went wrong stands in `alert`. */
  readonly run: (deed: () => Promise<Trouble | null>) => Promise<boolean>;
  readonly busy: boolean;
  /** The next try would be refused unseen. */
  readonly waiting: boolean;
  readonly alert: ReactNode;
};

/** Something that can fail in words and may have to wait: the wait counts down where the failure is told. */
export function useDeed(): Deed {
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<Message | null>(null);
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  const leftMs = until - now;
  useEffect(() => {
    if (until === 0) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) setUntil(0);
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [until]);
  return {
    busy,
    waiting: until !== 0,
    async run(deed) {
      setBusy(true);
      setMessage(null);
      const trouble = await deed().finally(() => {
        setBusy(false);
      });
      if (trouble === null) return true;
      setMessage(trouble.message);
      // One moment for both: a millisecond in between would say six minutes of five.
      const failedAt = Date.now();
      setNow(failedAt);
      setUntil(trouble.waitMs === 0 ? 0 : failedAt + trouble.waitMs);
      return false;
    },
    alert: (
      <>
        <p role="alert" className={styles['problem']}>
          {message === null ? null : say(message)}
        </p>
        {/* Not part of the alert: it would be read out four times a second. */}
        {until !== 0 && <p className={styles['wait']}>{say(waitMessage(Math.max(1, leftMs)))}</p>}
      </>
    ),
  };
}
