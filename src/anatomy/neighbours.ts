import { neighbourReach, type ZoneId, type ZoneSide } from '../protocol/danger-zone';
import { dangerZones } from '../protocol/danger-zones';

/** A danger zone near a point of the skin, and how far its course is, mm along the skin. */
export type Neighbour = {
  readonly zone: ZoneId;
  readonly side: ZoneSide;
  readonly mm: number;
  /** Within the zone's spread: what is told as a warning. The rest is only near. */
  readonly inside: boolean;
};

const letters: Readonly<Record<ZoneSide, string>> = { left: 'L', right: 'R' };

/** `greater-occipital-nerve-L`: one side of a zone, as the fields of distances know it. */
export const zoneKey = (zone: ZoneId, side: ZoneSide): string => `${zone}-${letters[side]}`;

const keys = new Map(
  dangerZones.flatMap((zone) =>
    (['left', 'right'] as const).map((side) => [zoneKey(zone.id, side), { zone, side }] as const),
  ),
);

/**
 * Which danger zones a point is in or near, the one it lies deepest in first, then the nearest.
 * @param distances mm along the skin from the point to the courses of zones, by `zoneKey`; others are passed over
 */
export function neighboursAmong(
  distances: readonly { readonly id: string; readonly mm: number }[],
): readonly Neighbour[] {
  return (
    distances
      .flatMap(({ id, mm }): (Neighbour & { readonly share: number })[] => {
        const found = keys.get(id);
        if (found === undefined) return [];
        const { spread, id: zone } = found.zone;
        if (mm > Math.max(spread.mm, neighbourReach.mm)) return [];
        // Told in tenths of a millimetre, as spreads are: what reads as far as the spread lies within it.
        return [{ zone, side: found.side, mm, inside: Math.round(10 * mm) <= 10 * spread.mm, share: mm / spread.mm }];
      })
      .sort((a, b) => Number(b.inside) - Number(a.inside) || (a.inside ? a.share - b.share : a.mm - b.mm))
      // Near the midline the other side's is near as well: said once.
      .filter((one, at, all) => all.findIndex((other) => other.zone === one.zone) === at)
      .map(({ zone, side, mm, inside }) => ({ zone, side, mm, inside }))
  );
}
