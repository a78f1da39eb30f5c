import '../../../../messages/later';
import { useId, useLayoutEffect, useMemo, useRef } from 'react';
import { t } from '../../../../messages/translate';
import { responseLines } from '../../../../outcomes/rules';
import { windowDays } from '../../../../outcomes/windows';
import type { Chart } from '../../../../state/outcomes/course-chart';
import { shortBounds, shortDay } from '../../../../state/outcomes/course-figures';
import styles from './course-chart.module.css';
import { type Bar, type Box, type ChartShape, chartShape, type Line, type Mark } from './chart-shape';
import { useRoom } from './use-room';

type Props = {
  readonly chart: Chart;
  /** What it shows, in a sentence: in place of the picture for whoever does not see it. */
  readonly summary: string;
};

/** Until it was measured. */
const firstRoom = 960;

/**
 * Headache days by windows of 28 days. The figures stand beside it as a table; what is not known is hatched, and never
 * drawn as if it were none.
 */
export function CourseChart({ chart, summary }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame, firstRoom);
  const shape = useMemo(() => chartShape(chart, room), [chart, room]);
  const id = useId();
  useLayoutEffect(() => {
    // Where there is no room for the whole course, how it is now is seen first.
    if (frame.current !== null) frame.current.scrollLeft = shape.width;
  }, [shape.width]);
  return (
    <figure className={styles['figure']} aria-labelledby={`${id}-title`}>
      <figcaption className={styles['caption']}>
        <span id={`${id}-title`} className={styles['title']}>
          {t('course.chart')}
        </span>
        <Legend lines={shape.lines.length > 0} id={id} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section ref={frame} className={styles['frame']} aria-label={t('course.chartScrolls')} tabIndex={0}>
        <svg
          className={styles['chart']}
          width={shape.width}
          height={shape.height}
          viewBox={`0 0 ${shape.width} ${shape.height}`}
          role="img"
          aria-label={summary}
        >
          <Hatches id={id} />
          <Grid shape={shape} />
          {shape.marks.map((mark) => (
            <Stem key={`${mark.treatment.n} ${mark.treatment.day}`} mark={mark} shape={shape} />
          ))}
          {shape.bars.map((bar) => (
            <WindowBar key={bar.window.from} bar={bar} id={id} shape={shape} />
          ))}
          {shape.lines.map((line) => (
            <ShareLine key={line.percent} line={line} shape={shape} />
          ))}
          {shape.bars.map((bar) => (
            <Figure key={bar.window.from} bar={bar} />
          ))}
          {shape.marks.map((mark) => (
            <Head key={`${mark.treatment.n} ${mark.treatment.day}`} mark={mark} shape={shape} />
          ))}
        </svg>
      </section>
    </figure>
  );
}

/** The hatches, under names of their own: two charts may stand on a page. */
function Hatches({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-unknown`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className={styles['hatch']} d="M0 0V6" />
      </pattern>
      <pattern id={`${id}-perhaps`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <path className={styles['hatchDark']} d="M0 0V4" />
      </pattern>
    </defs>
  );
}

function Grid({ shape: { ticks, plot } }: { readonly shape: ChartShape }) {
  return (
    <g>
      {ticks.map(({ days, y }) => (
        <g key={days}>
          <path className={styles['grid']} d={`M${plot.x} ${y}h${plot.width}`} />
          <text className={styles['tick']} x={plot.x - 10} y={y + 4} textAnchor="end">
            {days}
          </text>
        </g>
      ))}
    </g>
  );
}

const rect = ({ x, y, width, height }: Box) => ({ x, y, width, height: Math.max(0, height) });

function WindowBar({
  bar,
  id,
  shape: { plot },
}: {
  readonly bar: Bar;
  readonly id: string;
  readonly shape: ChartShape;
}) {
  const { blank, headache, migraine, perhapsMigraine, unknown, window, x } = bar;
  return (
    <g>
      {blank !== null ? (
        <>
          <rect className={styles['blank']} {...rect(blank)} rx={4} fill={`url(#${id}-unknown)`} />
          <text
            className={styles['blankText']}
            x={x}
            y={plot.y + plot.height / 2}
            textAnchor="middle"
            transform={`rotate(-90 ${x} ${plot.y + plot.height / 2})`}
            dy="0.35em"
          >
            {t('course.notRecorded')}
          </text>
        </>
      ) : (
        <>
          {unknown.height > 0 && <rect className={styles['unknown']} {...rect(unknown)} fill={`url(#${id}-unknown)`} />}
          <rect className={styles['other']} {...rect(headache)} />
          <rect className={styles['migraine']} {...rect(migraine)} />
          {perhapsMigraine.height > 0 && <rect {...rect(perhapsMigraine)} fill={`url(#${id}-perhaps)`} />}
        </>
      )}
      {window.days < windowDays && (
        <text className={styles['short']} x={x} y={plot.y + plot.height + 15} textAnchor="middle">
          {t('course.shortWindow', { n: window.days })}
        </text>
      )}
    </g>
  );
}

/** The figure above its bar, legible on whatever lies behind it. */
function Figure({ bar: { window, x, top, blank } }: { readonly bar: Bar }) {
  if (blank !== null) return null;
  return (
    <text className={styles['value']} x={x} y={top - 7} textAnchor="middle">
      {shortBounds(window.headache)}
    </text>
  );
}

/** A share of the baseline: a line, or a band where the baseline itself is not known to the day. */
function ShareLine({
  line: { percent, top, bottom },
  shape: { plot },
}: {
  readonly line: Line;
  readonly shape: ChartShape;
}) {
  return (
    <g className={styles['share']} data-half={percent === responseLines.fifty.percent}>
      {bottom > top && <rect x={plot.x} y={top} width={plot.width} height={bottom - top} />}
      <path className={styles['casing']} d={`M${plot.x} ${top}h${plot.width}`} />
      <path d={`M${plot.x} ${top}h${plot.width}`} />
      {bottom > top && <path d={`M${plot.x} ${bottom}h${plot.width}`} />}
      <text x={plot.x + plot.width + 6} y={(top + bottom) / 2 + 4}>
        {t('course.lineLabel', { percent })}
      </text>
    </g>
  );
}

type MarkProps = { readonly mark: Mark; readonly shape: ChartShape };

function Stem({ mark: { x, treatment }, shape: { plot } }: MarkProps) {
  return (
    <path
      className={styles['stem']}
      data-chosen={treatment.chosen}
      d={`M${x} ${plot.y - 10}V${plot.y + plot.height}`}
    />
  );
}

/** The number of a treatment, and its day below. */
function Head({ mark: { x, treatment, anchor }, shape: { plot } }: MarkProps) {
  return (
    <g className={styles['treatment']} data-chosen={treatment.chosen}>
      <rect x={x - 14} y={plot.y - 34} width={28} height={24} rx={7} />
      <text className={styles['number']} x={x} y={plot.y - 17} textAnchor="middle">
        {treatment.n}
      </text>
      {anchor !== null && (
        <text className={styles['day']} x={x} y={plot.y + plot.height + 34} textAnchor={anchor}>
          {shortDay(treatment.day)}
        </text>
      )}
    </g>
  );
}

function Legend({ lines, id }: { readonly lines: boolean; readonly id: string }) {
  return (
    <ul className={styles['legend']}>
      <li>
        <Swatch>
          <rect className={styles['migraine']} x={1} y={1} width={14} height={14} rx={3} />
        </Swatch>
        {t('course.legend.migraine')}
      </li>
      <li>
        <Swatch>
          <rect className={styles['other']} x={1} y={1} width={14} height={14} rx={3} />
        </Swatch>
        {t('course.legend.other')}
      </li>
      <li>
        <Swatch>
          <rect className={styles['other']} x={1} y={1} width={14} height={14} rx={3} />
          <rect x={1} y={1} width={14} height={14} rx={3} fill={`url(#${id}-perhaps)`} />
        </Swatch>
        {t('course.legend.perhaps')}
      </li>
      <li>
        <Swatch>
          <rect className={styles['unknown']} x={1} y={1} width={14} height={14} rx={3} fill={`url(#${id}-unknown)`} />
        </Swatch>
        {t('course.legend.unknown')}
      </li>
      {lines && (
        <>
          <li>
            <Swatch wide>
              <g className={styles['share']}>
                <path d="M0 8h26" />
              </g>
            </Swatch>
            {t('course.legend.share', { percent: responseLines.thirty.percent })}
          </li>
          <li>
            <Swatch wide>
              <g className={styles['share']} data-half="true">
                <path d="M0 8h26" />
              </g>
            </Swatch>
            {t('course.legend.share', { percent: responseLines.fifty.percent })}
          </li>
        </>
      )}
      <li>
        <Swatch>
          <g className={styles['treatment']}>
            <rect x={1} y={1} width={14} height={14} rx={4} />
          </g>
        </Swatch>
        {t('course.legend.treatment')}
      </li>
    </ul>
  );
}

function Swatch({ wide = false, children }: { readonly wide?: boolean; readonly children: React.ReactNode }) {
  return (
    <svg width={wide ? 26 : 16} height={16} aria-hidden="true">
      {children}
    </svg>
  );
}
