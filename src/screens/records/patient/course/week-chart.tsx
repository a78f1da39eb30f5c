import '../../../../messages/later';
import { scaleBand, scaleLinear } from 'd3-scale';
import { useId, useRef } from 'react';
import { t } from '../../../../messages/translate';
import type { Bounds } from '../../../../state/outcomes/course-chart';
import { shortBounds } from '../../../../state/outcomes/course-figures';
import type { WeekRow } from '../../../../state/outcomes/course-wear-off-text';
import styles from './course-chart.module.css';
import { useRoom } from './use-room';

const size = { height: 220, left: 28, right: 8, top: 24, bottom: 28 } as const;
const weekDays = 7;
/** Until it was measured. */
const firstRoom = 520;

/** About so wide a figure is, px: it is left to the table where it would run into its neighbour's. */
const figureWidth = (days: Bounds): number => 7.5 * shortBounds(days).length;

/** Headache days of 7 by the week after a treatment; its table stands beside it. What is not known is hatched. */
export function WeekChart({ rows }: { readonly rows: readonly WeekRow[] }) {
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  const width = useRoom(frame, firstRoom);
  const x = scaleBand(
    rows.map(({ week }) => String(week)),
    [size.left, width - size.right],
  ).padding(0.28);
  const base = size.height - size.bottom;
  const y = scaleLinear([0, weekDays], [base, size.top]);
  const wide = x.bandwidth();
  return (
    <figure ref={frame} className={styles['figure']}>
      <svg
        className={styles['weekChart']}
        viewBox={`0 0 ${width} ${size.height}`}
        role="img"
        aria-label={t('course.weekChart', { n: rows.length })}
      >
        <defs>
          <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path className={styles['hatch']} d="M0 0V6" />
          </pattern>
        </defs>
        {[0, 1, 3, 5, weekDays].map((days) => (
          <g key={days}>
            <path className={styles['grid']} d={`M${size.left} ${y(days)}H${width - size.right}`} />
            <text className={styles['tick']} x={size.left - 8} y={y(days) + 4} textAnchor="end">
              {days}
            </text>
          </g>
        ))}
        {rows.map(({ week, days }) => {
          const left = x(String(week)) ?? 0;
          const middle = left + wide / 2;
          const [low, high] = days === null ? [0, weekDays] : [days.low, days.high];
          return (
            <g key={week}>
              {high > low && (
                <rect
                  className={days === null ? styles['blank'] : styles['unknown']}
                  x={left}
                  y={y(high)}
                  width={wide}
                  height={y(low) - y(high)}
                  fill={`url(#${id})`}
                />
              )}
              {low > 0 && <rect className={styles['other']} x={left} y={y(low)} width={wide} height={base - y(low)} />}
              {days !== null && figureWidth(days) < x.step() && (
                <text className={styles['value']} x={middle} y={y(high) - 6} textAnchor="middle">
                  {shortBounds(days)}
                </text>
              )}
              <text className={styles['tick']} x={middle} y={base + 18} textAnchor="middle">
                {week}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className={styles['weekCaption']}>{t('course.weekCaption')}</figcaption>
    </figure>
  );
}
