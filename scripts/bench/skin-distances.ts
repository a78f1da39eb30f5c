import type { Anatomy } from '../../src/anatomy/anatomy';
import { Fields } from '../../src/anatomy/fields';
import type { Mesh } from '../../src/anatomy/surface';
import { distance, pointAt } from '../../src/anatomy/vector';
import { seeded } from '../seeded';
import { exactDistancesOn } from './exact-distances';
import { type Figure, figure, median, quantile } from './figures';
import { type PartOfHead, partsOfHead, pointsIn } from './parts-of-head';

const sourcesEach = 3;
/** How far distances are compared, mm: exact ones cost most where triangles are small. */
const reach: Readonly<Record<PartOfHead, number>> = {
  ears: 10,
  lids: 15,
  lips: 15,
  nostrils: 12,
  bust: 80,
  elsewhere: 25,
};
/** Nearer than this (mm) a share of the distance says nothing. */
const least = 0.5;

/**
 * How far distances along the skin are off the exact ones, by part of the head, with the naive way (along the edges of
 * the triangles) beside it, and what exact ones would cost.
 */
export function measureSkinDistances(anatomy: Anatomy): readonly Figure[] {
  const { skin } = anatomy;
  const exactly = exactDistancesOn(skin);
  const random = seeded(20_261_126);
  const corner = new Int32Array(skin.positions.length / 3);
  skin.indices.forEach((v, e) => {
    corner[v] = e;
  });
  const byEdges: number[] = [];
  const exactMs: number[] = [];
  const figures = partsOfHead.flatMap((part) => {
    const off: number[] = [];
    for (const source of pointsIn(anatomy, part, sourcesEach, random)) {
      const began = performance.now();
      const exact = exactly([source], reach[part]);
      if (part === 'elsewhere') exactMs.push(performance.now() - began);
      const told = new Fields(anatomy.geodesics, [{ id: 'here', points: [source] }], 2 * reach[part]);
      const plain = alongEdges(skin, source.triangle, source.position, 2 * reach[part]);
      exact.forEach((mm, v) => {
        if (mm < least || mm > reach[part]) return;
        const weights = [0, 1, 2].map((k) => (k === corner[v]! % 3 ? 1 : 0)) as [number, number, number];
        const found = told.distanceFrom('here', { triangle: Math.floor(corner[v]! / 3), weights });
        off.push(Math.abs((found ?? Infinity) / mm - 1));
        byEdges.push((plain.get(v) ?? Infinity) / mm - 1);
      });
    }
    return [
      figure(`distance along the skin, ${part}, off by: median`, 100 * median(off), '%'),
      figure(`distance along the skin, ${part}, off by: p95`, 100 * quantile(off, 0.95), '%'),
      figure(`distance along the skin, ${part}, off by: worst`, 100 * Math.max(...off), '%', { atMost: 2 }),
    ];
  });
  return [
    ...figures,
    figure('distance along edges, off by: median', 100 * median(byEdges), '%'),
    figure('distance along edges, off by: p95', 100 * quantile(byEdges, 0.95), '%'),
    figure(`exact distances from one point, ${String(reach.elsewhere)} mm around, median`, median(exactMs), 'ms'),
  ];
}

/** By vertex the length of the shortest way along edges, mm. */
function alongEdges(
  { positions, indices }: Mesh,
  triangle: number,
  from: readonly [number, number, number],
  radius: number,
): ReadonlyMap<number, number> {
  const ends = new Map<number, Set<number>>();
  for (let e = 0; e < indices.length; e++) {
    const v = indices[e]!;
    if (distance(pointAt(positions, v), from) > radius) continue;
    const known = ends.get(v) ?? new Set<number>();
    ends.set(v, known);
    const first = e - (e % 3);
    for (let k = 0; k < 3; k++) known.add(indices[first + k]!);
  }
  const best = new Map<number, number>();
  const waiting: number[] = [];
  const offer = (v: number, mm: number): void => {
    if (mm > radius || mm >= (best.get(v) ?? Infinity)) return;
    best.set(v, mm);
    waiting.push(v);
  };
  for (let k = 0; k < 3; k++) {
    const v = indices[3 * triangle + k]!;
    offer(v, distance(pointAt(positions, v), from));
  }
  for (let i = 0; i < waiting.length; i++) {
    const v = waiting[i]!;
    const mm = best.get(v)!;
    for (const w of ends.get(v) ?? []) offer(w, mm + distance(pointAt(positions, v), pointAt(positions, w)));
  }
  return best;
}
