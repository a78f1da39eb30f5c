import type { Point } from './hit';

export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
export type Spot = 'n' | 'ne' | 'nw' | 'e' | 'w' | 'se' | 'sw' | 's';

export type LabelAsk = {
  /** The marker's centre and the radius its own drawing takes, px. */
  readonly at: Point;
  readonly radius: number;
  readonly size: { readonly width: number; readonly height: number };
  /** Where a label may lie: the canvas less what covers it. */
  readonly free: Box;
  /** Floating controls and other labels that it may not touch. */
  readonly blocked: readonly Box[];
  /** The other visible markers: covering one costs, crossing one with the leader costs less. */
  readonly markers: readonly Point[];
  /** Distances from the marker to try, px; the first is preferred. */
  readonly reaches: readonly number[];
  /** Where this label was a moment ago: it stays there unless another spot is clearly better. */
  readonly previous: Spot | null;
};

export type LabelPlace = {
  readonly spot: Spot;
  readonly box: Box;
  /** From the marker's edge to the pill: two points, or three with the short level end of a slanted leader. */
  readonly leader: readonly Point[];
};

const level = 6;
const margin = 8;
const diagonal = Math.SQRT1_2;

const headings: Readonly<Record<Spot, Point>> = {
  n: { x: 0, y: -1 },
  ne: { x: diagonal, y: -diagonal },
  nw: { x: -diagonal, y: -diagonal },
  e: { x: 1, y: 0 },
  w: { x: -1, y: 0 },
  se: { x: diagonal, y: diagonal },
  sw: { x: -diagonal, y: diagonal },
  s: { x: 0, y: 1 },
};
/** Up is where a leader crosses the fewest sites of a head; ties go to the earlier. */
const taste: Readonly<Record<Spot, number>> = { ne: 0, nw: 0.5, n: 1, e: 2, w: 2.5, se: 4, sw: 4.5, s: 5 };

/** The best place for a label, or null where no spot keeps it inside the free part and off the controls. */
export function placeLabel(ask: LabelAsk): LabelPlace | null {
  let best: LabelPlace | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [step, reach] of ask.reaches.entries()) {
    for (const spot of Object.keys(headings) as Spot[]) {
      const place = tryPlace(ask, spot, reach);
      if (place === null) continue;
      const price = cost(ask, place) + 3 * step;
      if (price < bestCost) {
        best = place;
        bestCost = price;
      }
    }
  }
  return best;
}

function tryPlace({ at, radius, size, free, blocked }: LabelAsk, spot: Spot, reach: number): LabelPlace | null {
  const heading = headings[spot];
  const edge = { x: at.x + heading.x * radius, y: at.y + heading.y * radius };
  const elbow = { x: at.x + heading.x * reach, y: at.y + heading.y * reach };
  const side = Math.sign(Math.round(heading.x * 10));
  const end = side === 0 || heading.y === 0 ? elbow : { x: elbow.x + side * level, y: elbow.y };
  const box: Box = {
    left: side > 0 ? end.x : side < 0 ? end.x - size.width : end.x - size.width / 2,
    top: side !== 0 ? end.y - size.height / 2 : heading.y < 0 ? end.y - size.height : end.y,
    width: size.width,
    height: size.height,
  };
  if (!inside(box, free) || blocked.some((other) => overlap(box, other, margin))) return null;
  return { spot, box, leader: end === elbow ? [edge, end] : [edge, elbow, end] };
}

function cost({ at, free, markers, previous }: LabelAsk, { spot, box, leader }: LabelPlace): number {
  let price = taste[spot];
  // Outward from the middle of the canvas, where the head is.
  if (headings[spot].x * (at.x - (free.left + free.width / 2)) < 0) price += 3;
  if (spot === previous) price -= 8;
  for (const marker of markers) {
    if (overlap(box, { left: marker.x, top: marker.y, width: 0, height: 0 }, 13)) price += 20;
    for (let i = 1; i < leader.length; i += 1) {
      const [from, to] = [leader[i - 1], leader[i]];
      if (from !== undefined && to !== undefined && toSegment(marker, from, to) < 11) price += 6;
    }
  }
  return price;
}

const inside = (box: Box, free: Box): boolean =>
  box.left >= free.left &&
  box.top >= free.top &&
  box.left + box.width <= free.left + free.width &&
  box.top + box.height <= free.top + free.height;

const overlap = (a: Box, b: Box, gap: number): boolean =>
  a.left < b.left + b.width + gap &&
  b.left < a.left + a.width + gap &&
  a.top < b.top + b.height + gap &&
  b.top < a.top + a.height + gap;

function toSegment(p: Point, a: Point, b: Point): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const t =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length));
  return Math.hypot(p.x - (a.x + t * (b.x - a.x)), p.y - (a.y + t * (b.y - a.y)));
}
