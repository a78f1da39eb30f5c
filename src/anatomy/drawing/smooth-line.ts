import type { SheetPoint } from './viewpoint';

/** Whether a line ends where it began. */
const isRing = (line: readonly SheetPoint[]): boolean => {
  const [a, b] = [line[0], line.at(-1)];
  return line.length > 3 && a !== undefined && b !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-3;
};

/** Points at even steps of about `step` mm along a line; its ends stay. */
export function evenly(line: readonly SheetPoint[], step: number): SheetPoint[] {
  const lengths = [0];
  for (let i = 1; i < line.length; i++) lengths.push(lengths[i - 1]! + gap(line[i - 1]!, line[i]!));
  const total = lengths.at(-1) ?? 0;
  const count = Math.max(2, Math.round(total / step) + 1);
  const out: SheetPoint[] = [];
  let at = 1;
  for (let n = 0; n < count; n++) {
    const want = (total * n) / (count - 1);
    while (at < line.length - 1 && lengths[at]! < want) at++;
    const span = lengths[at]! - lengths[at - 1]!;
    const t = span === 0 ? 0 : Math.min(1, Math.max(0, (want - lengths[at - 1]!) / span));
    const [a, b] = [line[at - 1]!, line[at]!];
    out.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
  }
  return out;
}

/**
 * Takes the tremor out of a line of even points: each moves to the mean of its neighbours and back again a little more
 * (Taubin 1995), so that the line keeps its size. Ends stay where they are; a ring has none.
 */
export function calmed(line: readonly SheetPoint[], rounds: number): SheetPoint[] {
  const ring = isRing(line);
  let now: SheetPoint[] = [...(ring ? line.slice(0, -1) : line)];
  for (let round = 0; round < 2 * rounds; round++) {
    const k = round % 2 === 0 ? 0.5 : -0.53;
    const was = now;
    const n = was.length;
    now = was.map((p, i) => {
      if (!ring && (i === 0 || i === n - 1)) return p;
      const [a, b] = [was[(i + n - 1) % n]!, was[(i + 1) % n]!];
      return [p[0] + k * ((a[0] + b[0]) / 2 - p[0]), p[1] + k * ((a[1] + b[1]) / 2 - p[1])] as const;
    });
  }
  return ring ? [...now, now[0]!] : now;
}

/** Drops the points that a line can do without: none lies farther than `within` mm from what is left (Douglas, Peucker 1973). */
export function thinned(line: readonly SheetPoint[], within: number): SheetPoint[] {
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const spans: (readonly [number, number])[] = [[0, line.length - 1]];
  if (isRing(line)) {
    // A ring has no length from end to end: it is split half-way round.
    const half = line.length >> 1;
    keep[half] = 1;
    spans.splice(0, 1, [0, half], [half, line.length - 1]);
  }
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    let worst = within;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const off = fromChord(line[i]!, line[from]!, line[to]!);
      if (off > worst) {
        worst = off;
        at = i;
      }
    }
    if (at < 0) continue;
    keep[at] = 1;
    spans.push([from, at], [at, to]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

/** Length of a line on the sheet, mm. */
export function lengthOf(line: readonly SheetPoint[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += gap(line[i - 1]!, line[i]!);
  return sum;
}

const gap = (a: SheetPoint, b: SheetPoint): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function fromChord(p: SheetPoint, a: SheetPoint, b: SheetPoint): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}
