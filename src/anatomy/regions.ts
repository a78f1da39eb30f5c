import type { Side } from '../protocol/words';
import type { Anatomy } from './anatomy';
import { Fields, type FieldSource, type Near } from './fields';
import type { DrawnMuscle } from './footprint';
import { MuscleLabels } from './muscle-labels';
import type { SurfacePoint } from './surface';

/** What is known about a point of the skin. Distances are mm along the skin, never too short and at most 2 % too long. */
export type RegionAnswer = {
  /** The drawn muscle under the point. */
  readonly muscle: DrawnMuscle | null;
  /** The patient's; `midline` within half a millimetre of it. */
  readonly side: Side;
  /** However far; null where no sites are charted. */
  readonly nearestSite: Near | null;
  readonly nearestLandmark: Near | null;
  /** The danger zones within 60 mm, nearest first. */
  readonly zones: readonly Near[];
};

/** What distances are taken from, besides the landmarks of the head. */
export type Charted = { readonly sites: readonly FieldSource[]; readonly zones: readonly FieldSource[] };

/** How far from its source a field answers, mm along the skin. */
export const windows = { sites: 90, landmarks: 120, zones: 60 } as const;

/** A point that rounds to 0 mm from the midline is in it. Chosen: places are told in whole millimetres. */
const midlineMm = 0.5;

/**
 * The one answer to what lies at a point of the skin: muscle, side, and how far it is along the skin to sites,
 * landmarks and danger zones. Fields are computed once: ahead by `steps`, or else when first asked for.
 */
export class Regions {
  readonly #anatomy: Anatomy;
  #labels: MuscleLabels | null = null;
  #landmarks: Fields | null = null;
  #sites: Fields | null = null;
  #zones: Fields | null = null;
  #charted: Charted = { sites: [], zones: [] };

  constructor(anatomy: Anatomy) {
    this.#anatomy = anatomy;
  }

  /** Puts sites and danger zones on the chart in place of those that were. Costs nothing yet. */
  chart(charted: Charted): void {
    if (charted.sites !== this.#charted.sites) this.#sites = null;
    if (charted.zones !== this.#charted.zones) this.#zones = null;
    this.#charted = charted;
  }

  /**
   * Works out ahead what is not yet known, in pieces, so that a worker can answer in between: zones first, which are
   * warned of, then sites, landmarks and muscles. Yields what was worked at.
   */
  *steps(): Generator<'skin' | 'zones' | 'sites' | 'landmarks' | 'muscles'> {
    while (this.#anatomy.geodesics.step()) yield 'skin';
    while (this.#zoneFields().step()) yield 'zones';
    while (this.#siteFields().step()) yield 'sites';
    while (this.#landmarkFields().step()) yield 'landmarks';
    const { labels } = this;
    while (labels.step()) yield 'muscles';
  }

  /** The drawn muscles by triangle; worked out when first asked, unless `steps` have run. */
  get labels(): MuscleLabels {
    this.#labels ??= new MuscleLabels(this.#anatomy);
    return this.#labels;
  }

  /** Everything about a point of the skin (of the model's or of `anatomy.skin`). */
  at(point: SurfacePoint): RegionAnswer {
    const on = this.#anatomy.onSkin(point);
    return {
      muscle: this.muscleAt(point),
      side: this.sideOf(point),
      nearestSite: this.#siteFields().nearest(on),
      nearestLandmark: this.#landmarkFields().nearest(on),
      zones: this.#zoneFields().within(on),
    };
  }

  /** The drawn muscle under a point of the skin; null where there is none. Told sooner once `steps` have run. */
  muscleAt(point: SurfacePoint): DrawnMuscle | null {
    // One question is answered before the labels of a whole head are worked out.
    return this.#labels?.complete === true ? this.#labels.at(point) : this.#anatomy.footprints.muscleAt(point);
  }

  /** The patient's side of a point; `midline` within half a millimetre of it. */
  sideOf({ position: [x] }: SurfacePoint): Side {
    if (Math.abs(x) < midlineMm) return 'midline';
    return x > 0 ? 'left' : 'right';
  }

  /**
   * mm along the skin from a site, a landmark (`tragus-L`) or a zone; null beyond its window.
   * Something that is not on the chart is a defect.
   */
  distanceFrom(sourceId: string, point: SurfacePoint): number | null {
    const on = this.#anatomy.onSkin(point);
    for (const fields of [this.#landmarkFields(), this.#siteFields(), this.#zoneFields()]) {
      if (fields.has(sourceId)) return fields.distanceFrom(sourceId, on);
    }
    throw new RangeError(`${sourceId} is not on the chart`);
  }

  /** mm along the skin between any two points of it; null beyond the window of sites. Costs some milliseconds. */
  between(from: SurfacePoint, to: SurfacePoint): number | null {
    const ends: FieldSource = { id: 'from', points: [from] };
    return this.#fields([ends], windows.sites).distanceFrom(ends.id, this.#anatomy.onSkin(to));
  }

  /** mm along the skin between two points of it, however far. Costs some hundredths of a second. */
  distanceBetween(from: SurfacePoint, to: SurfacePoint): number {
    const ends: FieldSource = { id: 'from', points: [from] };
    const mm = this.#fields([ends], Number.POSITIVE_INFINITY).distanceFrom(ends.id, this.#anatomy.onSkin(to));
    // Points that hang on nothing were laid on what can be reached.
    if (mm === null) throw new Error('no way over the skin joins two points of it');
    return mm;
  }

  #landmarkFields(): Fields {
    if (this.#landmarks !== null) return this.#landmarks;
    const sources = this.#anatomy.model.landmarks.map(({ id, name, side }) => ({
      id,
      points: [this.#anatomy.landmark(name, side)],
    }));
    this.#landmarks = this.#fields(sources, windows.landmarks);
    return this.#landmarks;
  }

  #siteFields(): Fields {
    this.#sites ??= this.#fields(this.#charted.sites, windows.sites);
    return this.#sites;
  }

  #zoneFields(): Fields {
    this.#zones ??= this.#fields(this.#charted.zones, windows.zones);
    return this.#zones;
  }

  #fields(sources: readonly FieldSource[], windowMm: number): Fields {
    const onSkin = sources.map(({ id, points }) => ({
      id,
      points: points.map((point) => this.#anatomy.onSkin(point)),
    }));
    return new Fields(this.#anatomy.geodesics, onSkin, windowMm);
  }
}
