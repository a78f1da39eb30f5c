import { clamp, smoothstep } from '../vector';
import type { FibreSheet } from './sheet';

/** Where a vertex lies on its sheet: shares of the way across the fibres and along them, and mm to the borders. */
export type SheetPlace = {
  readonly u: number;
  readonly v: number;
  readonly toSide: number;
  readonly toOrigin: number;
  readonly toInsertion: number;
};

/** Borders lie this far (mm) under the skin: the outline one sees is the sheet's own border to a few tenths. */
const sunk = 0.6;
/** Depth (mm) of a muscle where it passes under bone: deeper than a footprint reaches, for no needle gets there. */
export const underBone = 4.6;
/** Kept above the full head's skin so that the light head's coarser one does not poke through. */
const clearance = 0.6;

/** Height (mm) above the skin: a rounded rim at the sides, a longer slope at the ends, a belly between. */
export function heightAt(sheet: FibreSheet, place: SheetPlace): number {
  const { u, v } = place;
  const { side, origin, insertion } = sheet.slope;
  const rim = round(place.toSide / side) * slope(place.toOrigin / origin) * slope(place.toInsertion / insertion);
  const swell = (0.5 + 0.5 * Math.sin(Math.PI * Math.pow(v, sheet.bellyAt ?? 1))) * (1 - 0.3 * (2 * u - 1) ** 2);
  const flesh = (sheet.lift + sheet.thickness * swell) * flattened(sheet, place);
  const raised = -sunk + rim * (sunk + clearance + flesh);
  const deep = sheet.goesDeep ? smoothstep(sheet.goesDeep.from, sheet.goesDeep.to, v) : 0;
  return raised * (1 - deep) - sunk * deep;
}

/** 0 where the muscle still runs under bone, 1 where it lies free. */
export const emergence = ({ passesUnder }: FibreSheet, { toOrigin }: SheetPlace): number =>
  passesUnder === undefined ? 1 : smoothstep(passesUnder - 6, passesUnder + 3, toOrigin);

/** Near bone that it passes under the flesh lies flat already, so that no rim shows where it goes in. */
const flattened = ({ passesUnder }: FibreSheet, { toOrigin }: SheetPlace): number =>
  passesUnder === undefined ? 1 : smoothstep(passesUnder - 2, passesUnder + 26, toOrigin);

/** 1 in tendon, 0 in flesh: at both ends, its edge wavering from bundle to bundle. */
export function tendonAt({ tendon }: FibreSheet, u: number, v: number): number {
  const from = shareAt(tendon.origin, u) * (1 + 0.28 * waver(u, 1));
  const to = shareAt(tendon.insertion, u) * (1 + 0.35 * waver(u, 2));
  const origin = 1 - smoothstep(from * 0.55, from * 1.25 + 1e-6, v);
  const insertion = smoothstep(1 - to * 1.25 - 1e-6, 1 - to * 0.55, v);
  return Math.max(origin, insertion);
}

/** A share that may differ from fibre to fibre: given for even steps across, smooth between. */
function shareAt(share: number | readonly number[], u: number): number {
  if (typeof share === 'number') return share;
  const x = clamp(u, 0, 1) * (share.length - 1);
  const i = Math.min(Math.floor(x), share.length - 2);
  return share[i]! + (share[i + 1]! - share[i]!) * smoothstep(0, 1, x - i);
}

/** Between -1 and 1, irregular but always the same: how bundles of one muscle differ. `kind` picks another course. */
export const waver = (u: number, kind: number): number =>
  0.5 * Math.sin(17 * u + 2.1 * kind) + 0.3 * Math.sin(41 * u + 4.7 * kind) + 0.2 * Math.sin(73 * u + 1.3 * kind);

const round = (t: number): number => (t >= 1 ? 1 : Math.sqrt(Math.max(0, 1 - (1 - t) ** 2)));
const slope = (t: number): number => (t >= 1 ? 1 : Math.pow(Math.max(0, t * (2 - t)), 0.75));
