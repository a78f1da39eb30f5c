import type { CutPoint, CutWindow } from '../../anatomy/cross-section';
import type { Pose } from '../../anatomy/needle-pose';
import type { NeedleView } from '../../state/needle-view';

/** A cross-section as it is laid out: px of the picture, y down, the needle's entry at `(x, y)`. */
export type InsetLayout = {
  readonly width: number;
  readonly height: number;
  /** Pixels per mm, the same both ways. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly window: CutWindow;
};

/** A point of the picture, px. */
export type Pixel = readonly [number, number];

const size = { width: 278, height: 132 };
const closest = 7;
/** Shown of the outside beyond the needle's tube, and of the tissue below what is drawn in it, mm. */
const hubShown = 6;
const tissueShown = 3.5;

/** Fits needle, hub and depths of a view into the picture, as large as they go. */
export function layOut({ known, reach, insertedMm, neighbours }: NeedleView, pose: Pose): InsetLayout {
  const sine = Math.sin((pose.degrees * Math.PI) / 180);
  const above = Math.max(8, (reach.lengthMm - insertedMm) * sine + hubShown * Math.max(sine, 0.5));
  const deepest = Math.max(
    insertedMm * sine,
    ...(known.kind === 'published' ? [known.depth.mean + known.depth.sd, reach.depthMm] : []),
    ...neighbours.map(({ mm }) => mm),
  );
  const below = deepest + tissueShown;
  const scale = Math.min(closest, size.height / (above + below));
  const y = (size.height * above) / (above + below);
  const window = { side: size.width / 2 / scale + 1, up: y / scale + 2, down: (size.height - y) / scale + 2 };
  return { ...size, scale, x: size.width / 2, y, window };
}

/** A point of the cut, mm, in the picture. */
export const toPixel = ({ x, y, scale }: InsetLayout, [along, out]: CutPoint): Pixel => [
  x + along * scale,
  y - out * scale,
];

/** The point of the needle `mm` past the skin (negative: outside), and `aside` toward its bevel, as cut coordinates. */
export function onNeedle(degrees: number, mm: number, aside = 0): CutPoint {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [mm * cos + aside * sin, -mm * sin + aside * cos];
}

/** The skin where the head is not there to be asked: flat, as far as the picture reaches. */
export const flatSkin = ({ window }: InsetLayout): readonly CutPoint[] => [
  [-window.side, 0],
  [window.side, 0],
];

/** How high the skin stands at a place of the picture, mm; at its ends as at the last point. */
export function skinHeight(skin: readonly CutPoint[], along: number): number {
  const next = skin.findIndex(([x]) => x >= along);
  const [before, after] = [skin[next - 1], skin[next]];
  if (before === undefined || after === undefined) return (after ?? skin[skin.length - 1] ?? [0, 0])[1];
  return before[1] + ((after[1] - before[1]) * (along - before[0])) / (after[0] - before[0] || 1);
}

/** What lies under a line of skin, as a closed outline in the picture. */
export function tissueUnder(layout: InsetLayout, skin: readonly CutPoint[]): readonly Pixel[] {
  const { side, down } = layout.window;
  const [first, last] = [skin[0], skin[skin.length - 1]];
  if (first === undefined || last === undefined) return [];
  // Where the skin leaves through the picture's top or side, the outline first goes out to the side, then down.
  const foot = (x: number): CutPoint => [x, -down - 1];
  const ends: CutPoint[] = [
    [Math.max(last[0], last[1] > -down ? side : last[0]), last[1]],
    foot(Math.max(last[0], last[1] > -down ? side : last[0])),
    foot(Math.min(first[0], first[1] > -down ? -side : first[0])),
    [Math.min(first[0], first[1] > -down ? -side : first[0]), first[1]],
  ];
  return [...skin, ...ends].map((point) => toPixel(layout, point));
}

/** A line of pixels as the `points` of a polyline. */
export const pointsText = (pixels: readonly Pixel[]): string =>
  pixels.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

/**
 * Heights (px) for labels that want to stand at these, each at least `apart` under the one before; in the order given,
 * which must be from the top down.
 */
export function spread(wanted: readonly number[], apart: number, lowest: number): readonly number[] {
  const placed: number[] = [];
  for (const y of wanted) placed.push(Math.max(y, (placed[placed.length - 1] ?? -Infinity) + apart));
  const over = Math.max(0, (placed[placed.length - 1] ?? 0) - lowest);
  return placed.map((y) => y - over);
}
