import type { SkinRay, Vec3 } from '../anatomy/anchor';
import type { SiteId } from '../protocol/words';
import type { HandTools, MapSite } from './map-props';
import type { Theme } from './palette';

/** What a place under the pointer is, in words, and whether the site may stand there. */
export type Said = { readonly allowed: boolean; readonly text: string };
/** A site on its way: where the pointer is on the skin, and what is said of that; null until it is known. */
export type Going = { readonly site: SiteId; readonly at: Vec3; readonly said: Said | null };

export type HandProps = HandTools & {
  readonly theme: Theme;
  /** The selected site. `held`: a drag of its marker may move it, or must say why not. */
  readonly site: (Pick<MapSite, 'id' | 'muscle'> & { readonly held: 'movable' | 'fixed'; readonly from: Vec3 }) | null;
  /** Asked of the anatomy, one place at a time. Null: there is no such site any more. */
  readonly ask: (site: SiteId, ray: SkinRay) => Promise<Said | null>;
  /** Let go over a place: allowed or not. */
  readonly onDrop: (site: SiteId, to: { readonly ray: SkinRay; readonly at: Vec3 }, said: Said) => void;
  /** Let go where there is no skin to stand on. */
  readonly onOff: () => void;
  /** A site that may not be moved was dragged. */
  readonly onFixed: (site: SiteId) => void;
  /** Where a site was let go, until it is confirmed; `text` as it was said. */
  readonly dropped: { readonly site: SiteId; readonly at: Vec3; readonly said: Said } | null;
  /** True while a drag paints. */
  readonly painting: boolean;
  /** `rubber`: with the other end of a pen, which takes away whatever tool was chosen. */
  readonly onStroke: (points: readonly Vec3[], rubber: boolean) => void;
  readonly onStrokeEnd: (kept: boolean) => void;
  /** Where sites that were moved had been planned. */
  readonly moved: readonly (Pick<MapSite, 'id' | 'muscle' | 'normal'> & { readonly from: Vec3 })[];
  readonly offers: readonly Pick<MapSite, 'muscle' | 'positionMm' | 'normal'>[];
};
