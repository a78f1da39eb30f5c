import '../../../messages/later';
import { Timer, TimerOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../../messages/translate';
import { clockText } from '../../../state/learn/exam-text';
import styles from './placement-run.module.css';

type Props = { readonly startedAt: number | null; readonly clock: () => number };

/** The time since the head was shown. It counts whether it is shown or not. */
export function ExamTimer({ startedAt, clock }: Props) {
  const [shown, setShown] = useState(true);
  const [now, setNow] = useState(startedAt);
  useEffect(() => {
    if (startedAt === null || !shown) return undefined;
    const tick = () => {
      setNow(clock());
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => {
      clearInterval(timer);
    };
  }, [startedAt, shown, clock]);
  return (
    <button
      type="button"
      className={styles['timer']}
      aria-pressed={shown}
      title={t(shown ? 'exam.hideTime' : 'exam.showTime')}
      onClick={() => {
        setShown(!shown);
      }}
    >
      {shown ? <Timer size={16} aria-hidden="true" /> : <TimerOff size={16} aria-hidden="true" />}
      <span>{t('exam.timer')}</span>
      {shown && (
        <span className={styles['figures']}>{clockText(Math.max(0, (now ?? 0) - (startedAt ?? now ?? 0)))}</span>
      )}
    </button>
  );
}
