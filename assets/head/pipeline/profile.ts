import type { Surface } from './surface';
import { distance, dot, lerp, subtract, unit, type Vec3 } from './vector';

/** Outlines of the head as points on the skin, and the marks anthropometry reads off them. Head's frame, mm. */
export type Profile = readonly Vec3[];

const step = 0.1;

/** The outline in the sagittal plane at `x`, seen from the side, from height `low` up to `high`. */
export function sagittalProfile(skin: Surface, x: number, from: 'front' | 'back', low: number, high: number): Profile {
  const sign = from === 'front' ? 1 : -1;
  const count = Math.floor((high - low) / step);
  return Array.from({ length: count + 1 }, (_, i) => {
    const hit = skin.cast([x, low + i * step, 300 * sign], [0, 0, -sign]);
    return hit ? [hit.point] : [];
  }).flat();
}

const extreme = (profile: Profile, value: (p: Vec3) => number): Vec3 => {
  const first = profile[0];
  if (!first) throw new Error('an empty profile has no extreme point');
  return profile.reduce((best, p) => (value(p) > value(best) ? p : best), first);
};

export const foremost = (profile: Profile): Vec3 => extreme(profile, (p) => p[2]);
export const deepest = (profile: Profile): Vec3 => extreme(profile, (p) => -p[2]);

/** The point of a back outline that stands out most behind the straight line between its ends. */
export function hindmost(profile: Profile): Vec3 {
  const first = profile[0]!;
  const along = unit(subtract(profile.at(-1)!, first));
  // Perpendicular to the chord in the sagittal plane, pointing back.
  const out: Vec3 = along[1] > 0 ? [0, along[2], -along[1]] : [0, -along[2], along[1]];
  return extreme(profile, (p) => dot(subtract(p, first), out));
}

/** The left outline of neck and shoulder seen from behind, from height `high` down to `low`, at even 1 mm steps. */
export function shoulderOutline(skin: Surface, high: number, low: number): Profile {
  const raw: Vec3[] = [];
  for (let y = high; y >= low; y -= 0.25) {
    let outermost: Vec3 | null = null;
    for (let z = -90; z <= -10; z += 1) {
      const hit = skin.cast([300, y, z], [-1, 0, 0]);
      if (hit && (!outermost || hit.point[0] > outermost[0])) outermost = hit.point;
    }
    if (outermost && outermost[0] < 140) raw.push(outermost);
  }
  const even: Vec3[] = [raw[0]!];
  for (let i = 1; i < raw.length; i++) {
    const last = even.at(-1)!;
    const gap = inFront(last, raw[i]!);
    if (gap >= 1) even.push(...Array.from({ length: Math.floor(gap) }, (_, k) => lerp(last, raw[i]!, (k + 1) / gap)));
  }
  return even;
}

/** Distance as seen from behind. */
const inFront = (a: Vec3, b: Vec3): number => distance([a[0], a[1], 0], [b[0], b[1], 0]);

/** Where an outline of 1 mm steps bends most, over 25 mm on either side, seen from behind. */
export function sharpestTurn(outline: Profile): Vec3 {
  const reach = 25;
  const flat = (p: Vec3): Vec3 => [p[0], p[1], 0];
  let best = { cosine: Infinity, at: outline[0]! };
  for (let i = reach; i + reach < outline.length; i++) {
    const [a, b, c] = [flat(outline[i - reach]!), flat(outline[i]!), flat(outline[i + reach]!)];
    const cosine = dot(unit(subtract(b, a)), unit(subtract(c, b)));
    if (cosine < best.cosine) best = { cosine, at: outline[i]! };
  }
  return best.at;
}
