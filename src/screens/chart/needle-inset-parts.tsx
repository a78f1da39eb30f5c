import '../../messages/later';
import type { Pose } from '../../anatomy/needle-pose';
import { t } from '../../messages/translate';
import { mmText } from '../../state/needle-text';
import type { NeedleView } from '../../state/needle-view';
import { type InsetLayout, onNeedle, pointsText, spread, toPixel } from './inset-layout';
import styles from './needle-inset.module.css';

type Parts = { readonly view: NeedleView; readonly layout: InsetLayout };

/** The slant of the ground tip, mm, and the hub behind the tube: sizes of a drawing. */
const bevelMm = 1.15;
const hubMm = { length: 9, narrow: 0.7, wide: 2.2, shoulder: 2.6 };
const arcPx = 24;
/** Where the number at the arc ends, from the needle's entry, px. */
const angleReachPx = 60;
const labelApart = 14;

/** Tube, bevel and hub; the angle to the skin; what would go deeper if all of it went in. */
export function DrawnNeedle({ view, pose, layout }: Parts & { readonly pose: Pose }) {
  const { degrees } = pose;
  const { lengthMm, depthMm } = view.reach;
  const at = (mm: number, aside = 0) => toPixel(layout, onNeedle(degrees, mm, aside));
  const [root, tip, half] = [view.insertedMm - lengthMm, view.insertedMm, view.outerMm / 2];
  const tube = [at(root, half), at(tip - bevelMm, half), at(tip, -half), at(root, -half)];
  const hub = [
    at(root, hubMm.narrow),
    at(root - 1.6, hubMm.narrow),
    at(root - hubMm.shoulder, hubMm.wide),
    at(root - hubMm.length, hubMm.wide),
    at(root - hubMm.length, -hubMm.wide),
    at(root - hubMm.shoulder, -hubMm.wide),
    at(root - 1.6, -hubMm.narrow),
    at(root, -hubMm.narrow),
  ];
  const all = at(lengthMm);
  const [tipX, tipY] = at(tip);
  const published = view.known.kind === 'published';
  // Past the angle's number, which stands under the skin ahead of the needle.
  const measureX = view.way.kind === 'level' ? all[0] + 7 : Math.max(all[0] + 7, layout.x + angleReachPx);
  return (
    <>
      {published && lengthMm - tip > 0.5 && (
        <line x1={tipX} y1={tipY} x2={all[0]} y2={all[1]} className={styles['further']} />
      )}
      <polygon points={pointsText(hub)} className={styles['hub']} />
      <polygon points={pointsText(tube)} className={styles['tube']} />
      {view.way.kind !== 'level' && <Angle degrees={degrees} layout={layout} under={published} />}
      {view.forOrientation && (
        <text x={8} y={layout.height - 8} className={styles['over']}>
          {t('needle.forOrientation')}
        </text>
      )}
      {published && (
        <>
          <path d={`M${String(measureX)} ${String(layout.y)}V${String(all[1])}m-3 0h6`} className={styles['measure']} />
          <text x={measureX + 5} y={Math.min(all[1] + 4, layout.height - 6)} className={styles['strong']}>
            {t('needle.scale', { mm: mmText(depthMm) })}
          </text>
        </>
      )}
    </>
  );
}

type AngleProps = { readonly degrees: number; readonly layout: InsetLayout; readonly under: boolean };

/** Between needle and skin: outside, behind the needle; under the skin ahead of it where the hub stands outside. */
function Angle({ degrees, layout, under }: AngleProps) {
  const { x, y } = layout;
  const way = under ? 1 : -1;
  const turn = (degrees * Math.PI) / 180;
  const onArc = (angle: number, radius: number) =>
    [x + way * radius * Math.cos(angle), y + way * radius * Math.sin(angle)] as const;
  const [from, to, label] = [onArc(0, arcPx), onArc(turn, arcPx), onArc(turn / 2, arcPx + 5)];
  return (
    <>
      <line x1={x} y1={y} x2={x + way * (arcPx + 8)} y2={y} className={styles['tangent']} />
      <path
        d={`M${from.map(String).join(' ')}A${String(arcPx)} ${String(arcPx)} 0 0 1 ${to.map(String).join(' ')}`}
        className={styles['angle']}
      />
      <text
        x={label[0]}
        y={label[1] + (under ? 8 : 1)}
        textAnchor={under ? 'start' : 'end'}
        className={styles['strong']}
      >
        {t('needle.angleOption', { degrees: Math.round(degrees) })}
      </text>
    </>
  );
}

/** Where the muscle's surface lies as published, mean and one SD to each side, and what else is known to lie there. */
export function DrawnDepths({ view, layout }: Parts) {
  const { known, neighbours } = view;
  const { width, height, y, scale } = layout;
  const down = (mm: number) => y + mm * scale;
  const labels: { readonly at: number; readonly text: string; readonly tone: string }[] = neighbours.map(
    ({ name, mm }) => ({
      at: down(mm),
      text: t('needle.neighbourShort', { name, mm: String(mm) }),
      tone: 'nerve',
    }),
  );
  if (known.kind === 'published') {
    const { measured, mean, sd } = known.depth;
    labels.push({
      at: down(mean),
      text: t('needle.surfaceOf', { measured, mean: mmText(mean), sd: mmText(sd) }),
      tone: 'muscle',
    });
  }
  labels.sort((a, b) => a.at - b.at);
  const heights = spread(
    labels.map(({ at }) => at + 4),
    labelApart,
    height - 6,
  );
  return (
    <>
      {known.kind === 'published' && (
        <>
          <rect
            y={down(known.depth.mean - known.depth.sd)}
            width={width}
            height={2 * known.depth.sd * scale}
            className={styles['band']}
          />
          <line x2={width} y1={down(known.depth.mean)} y2={down(known.depth.mean)} className={styles['mean']} />
        </>
      )}
      {neighbours.map(({ name, mm }) => (
        <line key={name} x2={width} y1={down(mm)} y2={down(mm)} className={styles['nerve']} />
      ))}
      {labels.map(({ text, tone }, i) => (
        <text key={text} x={8} y={heights[i]} data-tone={tone} className={styles['label']}>
          {text}
        </text>
      ))}
    </>
  );
}
