import type { Anchor, HeadRef, SkinOffset } from '../anatomy/anchor';
import type { SiteRow } from '../ledger/state';
import { isMapId, mapOf } from '../protocol/maps';
import { readSiteId } from '../protocol/site-id';
import type { Session } from './session';

/**
 * How far two places of a site lie apart, and how that is known.
 *
 * `place`: both stand on the same head, and it is the distance on it. `rule`: the heads differ (another size, or another
 * model), so that no distance between the two points means anything; both sessions find the site by the same rule, and at
 * least one leaves it there, so it is how far the other was moved from it by hand. `offset`: the heads differ and neither
 * stands where a common rule puts it; it is the difference of their offsets, up and level, from the landmark that both are
 * told from. `mm` is null where they are told from different landmarks: then nobody can say.
 */
export type Shift = {
  readonly mm: number | null;
  readonly by: 'place' | 'rule' | 'offset';
  /** Neither was moved by hand: the two sessions follow maps that put the site in different places. */
  readonly byMap: boolean;
};

/** mm between two points of one head; null where it cannot be told. Must not mind the order. */
export type Between = (from: Anchor, to: Anchor) => number | null;

/** As the crow flies: for where the skin cannot be walked. */
export const straight: Between = ({ positionMm: a }, { positionMm: b }) =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Nearer than this, mm, is the rounding of the numbers. */
const rounding = 0.05;

/** Whether two points are told in the same triangles: the same model, and the same size of it. */
export const isSameHead = (a: HeadRef, b: HeadRef): boolean =>
  a.model === b.model && a.contentHash === b.contentHash && a.variant === b.variant;

/** How far one site's place in a session lies from its place in another. `row` is of the session beside it. */
export function shiftBetween(
  before: { readonly row: SiteRow; readonly map: Session['map'] },
  after: { readonly row: SiteRow; readonly map: Session['map'] },
  between: Between,
): Shift {
  const [from, to] = [before.row, after.row];
  const byHand = from.moved !== undefined || to.moved !== undefined;
  const fixed = !from.ftp && !to.ftp;
  const oneRule = fixed && isSameRule(from, before.map, after.map);
  const byMap = fixed && !byHand && !oneRule;
  if (isSameHead(from.anchor.head, to.anchor.head)) {
    return { mm: apart(from.anchor, to.anchor, between), by: 'place', byMap };
  }
  if (oneRule && (from.moved === undefined || to.moved === undefined)) {
    return { mm: from.moved?.shiftMm ?? to.moved?.shiftMm ?? 0, by: 'rule', byMap };
  }
  return { mm: offsetsApart(from.anchor.offset, to.anchor.offset), by: 'offset', byMap };
}

/** mm between two points of one head; straight where the skin between them cannot be walked. */
export const apart = (from: Anchor, to: Anchor, between: Between): number => {
  const least = straight(from, to) ?? 0;
  return least < rounding ? 0 : (between(from, to) ?? least);
};

/** The difference of two offsets from one landmark, mm; null where they begin elsewhere or lead along different axes. */
export function offsetsApart(a: SkinOffset, b: SkinOffset): number | null {
  if (a.landmark !== b.landmark || a.side !== b.side) return null;
  if (a.alongMm !== 0 && b.alongMm !== 0 && axisOf[a.toward] !== axisOf[b.toward]) return null;
  return Math.hypot(a.upMm - b.upMm, along(a) - along(b));
}

const axisOf = { forward: 'sagittal', back: 'sagittal', lateral: 'coronal', medial: 'coronal' } as const;
const along = ({ toward, alongMm }: SkinOffset): number =>
  toward === 'forward' || toward === 'lateral' ? alongMm : -alongMm;

/** Whether both maps, or both versions of one, find a fixed site by the same rule. */
function isSameRule(row: Pick<SiteRow, 'id'>, a: Session['map'], b: Session['map']): boolean {
  if (a.id === b.id) return a.version === b.version;
  const [one, other] = [ruleOf(row.id, a), ruleOf(row.id, b)];
  return one !== null && one === other;
}

/** A rule as text; null where this version of the app does not have that version of the map. */
function ruleOf(id: string, { id: map, version }: Session['map']): string | null {
  const site = readSiteId(id);
  if (site === null || !isMapId(map) || mapOf(map).version !== version) return null;
  const mapped = mapOf(map).sites[site.muscle][site.ordinal - 1];
  return mapped === undefined ? null : JSON.stringify(mapped.rule.place);
}
