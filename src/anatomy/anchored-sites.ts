import type { Site } from '../protocol/site';
import { err, ok, type Result, type SiteId } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { Anchor } from './anchor';
import { type NotPlaced, placeSites } from './place-sites';
import { anchorFor } from './resolve-skin';

/** A fixed site as a plan needs it: where its rule puts it on a head, and how far that is outside its drawn muscle. */
export type AnchoredSite = {
  readonly site: SiteId;
  readonly anchor: Anchor;
  readonly insideMuscle: boolean;
  readonly outsideByMm: number;
};

/** The sites of one map with their anchors on a head. Fails with the first that cannot be walked, or told in words. */
export function anchoredSites(
  anatomy: Anatomy,
  sites: readonly Site[],
): Result<readonly AnchoredSite[], NotPlaced | { readonly site: SiteId; readonly why: { readonly kind: 'no-words' } }> {
  const placed = placeSites(anatomy, sites);
  if (!placed.ok) return placed;
  const out: AnchoredSite[] = [];
  for (const { site, insideMuscle, outsideByMm, ...at } of placed.value) {
    const anchor = anchorFor(anatomy, { ...at, position: at.positionMm }, site.muscle, site.side);
    if (anchor === null) return err({ site: site.id, why: { kind: 'no-words' } });
    out.push({ site: site.id, anchor, insideMuscle, outsideByMm });
  }
  return ok(out);
}
