import type { DiaryDay } from '../../outcomes/diary-day';
import { glanceAt } from './day-words';
import styles from './month-grid.module.css';

/**
 * A recorded day in signs: a ring for no headache, one to three steps for how bad it was (a question mark where that was not
 * said), M for migraine, a pill for medicine, and how many headaches where there were several. No sign is told by colour alone.
 */
export function DayMark({ day }: { readonly day: DiaryDay }) {
  const { headaches, worst, migraine, medicine } = glanceAt(day);
  return (
    <span className={styles['mark']} aria-hidden="true">
      {headaches === 0 ? <Ring /> : worst === null ? <b>?</b> : <Steps of={worst} />}
      {headaches > 1 && <b>×{headaches}</b>}
      {migraine && <b className={styles['migraine']}>M</b>}
      {medicine && <Pill />}
    </span>
  );
}

export const Ring = () => (
  <svg aria-hidden="true" viewBox="0 0 14 14" width="14" height="14">
    <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="2" />
  </svg>
);

export const Steps = ({ of }: { readonly of: 1 | 2 | 3 }) => (
  <svg aria-hidden="true" viewBox="0 0 14 14" width="14" height="14">
    {[1, 2, 3].map((step) => (
      <rect
        key={step}
        x={step * 5 - 4.5}
        y={13.5 - step * 4}
        width="3.6"
        height={step * 4}
        rx="0.8"
        fill={step <= of ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={step <= of ? 0 : 0.7}
      />
    ))}
  </svg>
);

export const Pill = () => (
  <svg aria-hidden="true" viewBox="0 0 14 14" width="14" height="14">
    <g transform="rotate(-45 7 7)" fill="none" stroke="currentColor" strokeWidth="1.5">
      <rect x="1.2" y="4.2" width="11.6" height="5.6" rx="2.8" />
      <path d="M7 4.2v5.6" />
    </g>
  </svg>
);
