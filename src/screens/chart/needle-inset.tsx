import '../../messages/later';
import { useEffect, useId, useState } from 'react';
import type { CutPoint } from '../../anatomy/cross-section';
import type { Pose } from '../../anatomy/needle-pose';
import { t } from '../../messages/translate';
import { needleFacts, opposite, towardText } from '../../state/needle-text';
import type { NeedleView } from '../../state/needle-view';
import { afterPaint } from '../../scene/after-paint';
import { useServices } from '../services';
import { flatSkin, type InsetLayout, layOut, pointsText, skinHeight, tissueUnder, toPixel } from './inset-layout';
import styles from './needle-inset.module.css';
import { DrawnDepths, DrawnNeedle } from './needle-inset-parts';

const scaleBarMm = 10;
const foot = 22;

/** The needle in the plane it shares with the skin's normal, true to scale; said in full to those who do not see it. */
export function NeedleInset({ view, pose }: { readonly view: NeedleView; readonly pose: Pose }) {
  const clip = useId();
  const layout = layOut(view, pose);
  const cut = useCut(layout, pose);
  const skin = cut ?? flatSkin(layout);
  const { width, height, scale, x } = layout;
  const [outward, ahead] = [towardText(pose.normal), towardText(pose.heading)];
  return (
    <svg
      role="img"
      aria-label={t('needle.picture', { outward: capital(outward), ahead, facts: needleFacts(view).join(' ') })}
      className={styles['inset']}
      viewBox={`0 0 ${String(width)} ${String(height + foot)}`}
      data-skin={cut === null ? 'flat' : 'cut'}
    >
      <clipPath id={clip}>
        <rect width={width} height={height} rx={10} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect width={width} height={height} className={styles['air']} />
        <polygon points={pointsText(tissueUnder(layout, skin))} className={styles['tissue']} />
        <DrawnDepths view={view} layout={layout} />
        <polyline points={pointsText(skin.map((point) => toPixel(layout, point)))} className={styles['skin']} />
        {view.way.kind === 'level' && <Fold layout={layout} skin={skin} />}
        <DrawnNeedle view={view} pose={pose} layout={layout} />
      </g>
      <rect x={0.5} y={0.5} width={width - 1} height={height - 1} rx={10} className={styles['frame']} />
      <text x={width - 8} y={17} textAnchor="end" className={styles['over']}>
        {t('needle.pointsUp', { way: outward })}
      </text>
      <text y={height + 16}>{t('needle.pointsLeft', { way: towardText(opposite(pose.heading)) })}</text>
      <text x={width} y={height + 16} textAnchor="end">
        {t('needle.pointsRight', { way: ahead })}
      </text>
      <path
        d={`M${String(x - (scaleBarMm / 2) * scale)} ${String(height + 5)}v6h${String(scaleBarMm * scale)}v-6`}
        className={styles['scale']}
      />
      <text x={x} y={height + 21} textAnchor="middle" className={styles['small']}>
        {t('needle.scale', { mm: scaleBarMm })}
      </text>
    </svg>
  );
}

type FoldProps = { readonly layout: InsetLayout; readonly skin: readonly CutPoint[] };

/** The ridge as a hand pinches it up: dashed, because its shape is nobody's measurement. */
function Fold({ layout, skin }: FoldProps) {
  const [wide, high] = [10, 6];
  const at = (along: number, above: number) =>
    toPixel(layout, [along, skinHeight(skin, along) + above])
      .map((px) => px.toFixed(1))
      .join(' ');
  return (
    <>
      <path
        d={`M${at(-wide, 0)}C${at(-wide * 0.45, 0)} ${at(-wide * 0.5, high)} ${at(0, high)}S${at(wide * 0.45, 0)} ${at(wide, 0)}`}
        className={styles['fold']}
      />
      <text x={layout.width - 8} y={34} textAnchor="end" className={styles['small']}>
        {t('needle.fold')}
      </text>
    </>
  );
}

/** The skin's line from the full head, asked off the main thread; null until it is there, or where it cannot be had. */
function useCut({ window }: InsetLayout, pose: Pose): readonly CutPoint[] | null {
  const { chart } = useServices();
  const [cut, setCut] = useState<{ readonly pose: Pose; readonly line: readonly CutPoint[] } | null>(null);
  const { side, up, down } = window;
  useEffect(() => {
    let wanted = true;
    const frame = { point: pose.entry, along: pose.heading, out: pose.normal };
    const dropped = afterPaint(() => {
      void chart.cutSkin({ frame, window: { side, up, down } }).then((line) => {
        if (wanted && typeof line !== 'string') setCut({ pose, line });
      });
    });
    return () => {
      wanted = false;
      dropped();
    };
  }, [chart, pose, side, up, down]);
  return cut !== null && cut.pose === pose ? cut.line : null;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
