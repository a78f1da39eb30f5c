/** A dot that wants its label: centre, radius, and the size of the label's box, all in units of the picture. */
export type Dot = {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly width: number;
  readonly height: number;
};
export type Area = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
type Spot = { readonly x: number; readonly y: number };

export type PlacedLabel = Spot & {
  /** From the dot's edge to the label's, where they stand apart. */
  readonly leader?: readonly [from: Spot, to: Spot];
};

/** What is tried: so many directions, and so far between dot and label. */
const directions = 24;
const reaches = [0.7, 3, 5.5, 8.5, 12, 17, 23];
/** Farther apart than this, a line says which belongs to which. */
const needsLeader = 1.8;
const mostRounds = 60;
/** Between a label and whatever it may not touch. */
const clear = 0.5;

/**
 * Puts a label beside every dot: none over a dot or another label or out of `free` or into `blocked`, near its own dot,
 * and where the crowd forces it away, at the end of a line that crosses as little as can be. Each label moves in turn to
 * the best place that the others leave until none wants to. The same dots give the same places.
 */
export function placeLabels(dots: readonly Dot[], free: Area, blocked: readonly Area[]): readonly PlacedLabel[] {
  const choices = dots.map((dot, n) =>
    candidates(dot, dots)
      .filter(({ box }) => inside(box, free))
      .map((candidate) => ({ ...candidate, still: lazy(() => stillCost(candidate, n, dots, blocked)) })),
  );
  const held: (Choice | null)[] = dots.map(() => null);
  const crowd = dots.map((dot) => dots.filter((other) => apart(dot, other) < 22).length);
  const order = dots.map((_, n) => n).sort((a, b) => (crowd[b] ?? 0) - (crowd[a] ?? 0) || a - b);
  for (let round = 0; round < mostRounds; round += 1) {
    let moved = false;
    for (const n of order) {
      let best = held[n] ?? null;
      let least = best === null ? Infinity : best.still() + costAmong(best, n, held);
      for (const candidate of choices[n] ?? []) {
        // What others add is never less than nothing.
        if (candidate.taste >= least || candidate.still() >= least) continue;
        const price = candidate.still() + costAmong(candidate, n, held);
        if (price < least - 1e-9) [best, least] = [candidate, price];
      }
      if (best !== held[n]) {
        held[n] = best;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return dots.map((dot, n) => {
    const at = held[n];
    if (at === null || at === undefined) return { x: dot.x, y: dot.y - dot.r - dot.height };
    return at.gap < needsLeader ? { x: at.x, y: at.y } : { x: at.x, y: at.y, leader: [at.from, at.to] };
  });
}

type Candidate = Spot & {
  readonly box: Area;
  readonly gap: number;
  readonly from: Spot;
  readonly to: Spot;
  readonly taste: number;
};

/** With what it costs wherever the other labels stand, worked out once, when it is first looked at. */
type Choice = Candidate & { readonly still: () => number };

function lazy(work: () => number): () => number {
  let known: number | null = null;
  return () => (known ??= work());
}

const turns = Array.from({ length: directions }, (_, n) => {
  const angle = (2 * Math.PI * n) / directions;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

function candidates(dot: Dot, dots: readonly Dot[]): readonly Candidate[] {
  // Away from the crowd is where there is room.
  const near = dots.filter((other) => other !== dot && apart(dot, other) < 26);
  const away = near.reduce((sum, { x, y }) => ({ x: sum.x + (dot.x - x), y: sum.y + (dot.y - y) }), { x: 0, y: -0.01 });
  const length = lengthOf(away.x, away.y);
  return reaches.flatMap((reach) =>
    turns.map(([ux, uy]): Candidate => {
      // As far out as the box needs so that its nearest point is `reach` from the dot's edge.
      let distance = dot.r + reach;
      const free = (d: number): number =>
        lengthOf(Math.max(0, Math.abs(d * ux) - dot.width / 2), Math.max(0, Math.abs(d * uy) - dot.height / 2));
      for (let step = 0; step < 40 && free(distance) < dot.r + reach; step += 1) distance += 0.4;
      const [x, y] = [dot.x + distance * ux, dot.y + distance * uy];
      const box = {
        left: x - dot.width / 2,
        right: x + dot.width / 2,
        top: y - dot.height / 2,
        bottom: y + dot.height / 2,
      };
      const to = { x: clamp(dot.x, box.left, box.right), y: clamp(dot.y, box.top, box.bottom) };
      const gap = apart(to, dot) - dot.r;
      const k = dot.r / Math.max(dot.r, gap + dot.r);
      const from = { x: dot.x + (to.x - dot.x) * k, y: dot.y + (to.y - dot.y) * k };
      const turned = 1 - (ux * away.x + uy * away.y) / length;
      return { x, y, box, gap, from, to, taste: 0.9 * reach + 1.3 * turned + 0.5 * (1 + uy) };
    }),
  );
}

/** What a place costs by itself: what it lies on, and what its line runs over. */
function stillCost(at: Candidate, own: number, dots: readonly Dot[], blocked: readonly Area[]): number {
  let sum = at.taste;
  const led = at.gap >= needsLeader;
  for (const area of blocked) if (overlap(at.box, area)) sum += 400;
  for (const [n, dot] of dots.entries()) {
    if (touches(at.box, dot)) sum += n === own ? 1000 : 600;
    if (n !== own && led && distanceTo(dot, at.from, at.to) < dot.r + clear) sum += 60;
  }
  return sum;
}

/** What it costs beside that, where the other labels stand now. */
function costAmong(at: Candidate, own: number, held: readonly (Candidate | null)[]): number {
  let sum = 0;
  const led = at.gap >= needsLeader;
  for (const [n, other] of held.entries()) {
    if (n === own || other === null) continue;
    if (overlap(at.box, other.box)) sum += 800;
    if (other.gap >= needsLeader && crossesBox(other.from, other.to, at.box)) sum += 120;
    if (!led) continue;
    if (crossesBox(at.from, at.to, other.box)) sum += 120;
    if (other.gap >= needsLeader && cross(at.from, at.to, other.from, other.to)) sum += 80;
  }
  return sum;
}

/** Not `Math.hypot`: it is ten times as slow, and need not give the same in every browser. */
const lengthOf = (x: number, y: number): number => Math.sqrt(x * x + y * y);
const apart = (a: Spot, b: Spot): number => lengthOf(a.x - b.x, a.y - b.y);

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));
const inside = (box: Area, free: Area): boolean =>
  box.left >= free.left && box.right <= free.right && box.top >= free.top && box.bottom <= free.bottom;
const overlap = (a: Area, b: Area): boolean =>
  a.left < b.right + clear && b.left < a.right + clear && a.top < b.bottom + clear && b.top < a.bottom + clear;
const touches = (box: Area, { x, y, r }: Dot): boolean =>
  lengthOf(clamp(x, box.left, box.right) - x, clamp(y, box.top, box.bottom) - y) < r + clear;

/** How far a dot's centre lies from a line between two points. */
function distanceTo({ x, y }: Spot, from: Spot, to: Spot): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const long = dx * dx + dy * dy;
  const t = long === 0 ? 0 : clamp(((x - from.x) * dx + (y - from.y) * dy) / long, 0, 1);
  return lengthOf(from.x + t * dx - x, from.y + t * dy - y);
}

const side = (a: Spot, b: Spot, c: Spot): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
const cross = (a: Spot, b: Spot, c: Spot, d: Spot): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

function crossesBox(a: Spot, b: Spot, { left, right, top, bottom }: Area): boolean {
  const corners: readonly [Spot, Spot, Spot, Spot] = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  const [one, two, three, four] = corners;
  return cross(a, b, one, three) || cross(a, b, two, four);
}
