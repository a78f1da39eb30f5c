import type { Vec3 } from './anchor';
import type { Dab } from './pain-heat';
import { distance } from './vector';

/** The brushes, radius in mm, and how far apart dabs are kept. Ours: no finer than a fingertip shows a place. */
export const brushes = { sizesMm: [8, 12, 18], standardMm: 12, apartMm: 5 } as const;
export type BrushMm = (typeof brushes.sizesMm)[number];

/** Places are kept to a tenth of a millimetre; `+ 0` keeps -0 out of files. */
const tenth = (mm: number): number => Math.round(mm * 10) / 10 + 0;

/**
 * A drawing with one more dab. The same drawing where a dab of that size or a larger one lies too near already, and
 * where it is full; smaller ones that lie too near give way.
 */
export function addDab(dabs: readonly Dab[], at: Vec3, radiusMm: number, most: number): readonly Dab[] {
  const positionMm: Vec3 = [tenth(at[0]), tenth(at[1]), tenth(at[2])];
  const near = dabs.filter((dab) => distance(dab.positionMm, positionMm) < brushes.apartMm);
  if (near.some((dab) => dab.radiusMm >= radiusMm)) return dabs;
  const kept = near.length === 0 ? dabs : dabs.filter((dab) => !near.includes(dab));
  return kept.length >= most ? dabs : [...kept, { positionMm, radiusMm }];
}

/** A drawing without the dabs whose middles lie under the brush; the same drawing where none does. */
export function eraseDabs(dabs: readonly Dab[], at: Vec3, radiusMm: number): readonly Dab[] {
  const kept = dabs.filter((dab) => distance(dab.positionMm, at) > radiusMm);
  return kept.length === dabs.length ? dabs : kept;
}

/** A drawing after a brush went over these points of the skin, one after the other: it adds dabs, or takes them away. */
export const brushed = (
  dabs: readonly Dab[],
  points: readonly Vec3[],
  how: { readonly erase: boolean; readonly radiusMm: number; readonly most: number },
): readonly Dab[] =>
  points.reduce(
    (drawn, at) => (how.erase ? eraseDabs(drawn, at, how.radiusMm) : addDab(drawn, at, how.radiusMm, how.most)),
    dabs,
  );
