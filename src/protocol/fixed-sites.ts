import { muscles } from './paradigm';
import { fixedSiteId } from './site-id';
import type { MuscleId, Side, SiteId, Units } from './words';

/** A fixed site as the dose table knows it: which and how much, before any map says where. */
export type FixedSite = {
  readonly id: SiteId;
  readonly muscle: MuscleId;
  readonly side: Side;
  /** 1-based within muscle and side. */
  readonly ordinal: number;
  /** 1-based over the whole paradigm. */
  readonly order: number;
  readonly units: Units;
};

// Which side goes first is nowhere specified; the published tables put the patient's left first.
const sideOrder: readonly Side[] = ['left', 'midline', 'right'];

/** The fixed sites in protocol order: muscles A to G, patient's left first. */
export const fixedSites: readonly FixedSite[] = muscles
  .flatMap(({ id: muscle, fixed, unitsPerSite }) =>
    sideOrder.flatMap((side) =>
      Array.from({ length: fixed[side] }, (_, at) => ({
        id: fixedSiteId(muscle, side, at + 1),
        muscle,
        side,
        ordinal: at + 1,
        units: unitsPerSite,
      })),
    ),
  )
  .map((site, at) => ({ ...site, order: at + 1 }));
