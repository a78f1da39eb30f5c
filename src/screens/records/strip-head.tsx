import { useMemo } from 'react';
import { DrawnHead, type DrawnMark } from '../../scene/flat/drawn-head';
import type { ViewPreset } from '../../scene/map-props';
import { muscleHue } from '../../scene/palette';
import type { ReadSession } from '../../state/compare-desk';
import { useServices, useSettings } from '../services';
import { useHeadShape } from '../use-head-shape';
import styles from './compare-strip.module.css';

type Props = { readonly session: ReadSession; readonly view: ViewPreset };

/** px, before it is fitted to its card. */
const size = { width: 148, height: 136 };
const radius = 4;

/** A small head of the session's own size with what it gave, seen from one side. Decorative: its button says the figures. */
export function StripHead({ session: { session, fold }, view }: Props) {
  const { theme } = useServices();
  const tone = useSettings((s) => s.tone);
  const shape = useHeadShape(session.head.variant);
  const marks = useMemo(
    () =>
      fold.rows
        .filter(({ state }) => state === 'given')
        .map(({ id, muscle, ftp, anchor: { positionMm, normal } }): DrawnMark => {
          const fill = muscleHue(muscle, theme);
          return {
            key: id,
            positionMm,
            normal,
            draw: (x, y, front) => (front ? <Dot x={x} y={y} ftp={ftp} fill={fill} /> : null),
          };
        }),
    [fold, theme],
  );
  return (
    <DrawnHead
      {...size}
      view={view}
      shape={shape}
      theme={theme}
      tone={tone}
      marks={marks}
      className={styles['stripHead'] ?? ''}
    />
  );
}

type DotProps = { readonly x: number; readonly y: number; readonly ftp: boolean; readonly fill: string };

/** Extras are diamonds, as everywhere. */
function Dot({ x, y, ftp, fill }: DotProps) {
  const r = ftp ? 1.4 * radius : radius;
  return ftp ? (
    <path className={styles['dot']} d={`M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`} fill={fill} />
  ) : (
    <circle className={styles['dot']} cx={x} cy={y} r={r} fill={fill} />
  );
}
