import '../messages/later';
import type { Vec3 } from '../anatomy/anchor';
import type { Neighbour } from '../anatomy/neighbours';
import { warpPoint } from '../anatomy/variant-warp';
import { t } from '../messages/translate';
import type { DangerZone, ZoneId } from '../protocol/danger-zone';
import { dangerZones, zoneOf } from '../protocol/danger-zones';
import type { ZonePath, ZonePathPoint } from '../anatomy/zone-path';
import type { HeadShape } from './heads';

/** The zones as the map draws them: on a head of another shape they move with its skin, as the muscles do. */
export const mapZones = (paths: readonly ZonePath[], shape: HeadShape | null) =>
  paths.map(({ zone: id, side, path }) => {
    const zone = zoneOf(id);
    const last = zone.course.at(-1);
    return {
      zone: id,
      side,
      kind: zone.kind,
      name: zone.name,
      number: dangerZones.indexOf(zone),
      spreadMm: zone.spread.mm,
      goesOn: last?.evidence === 'derived' && (zone.kind === 'nerve' || zone.kind === 'artery'),
      path: shape === null ? path : path.map(([x, y, z, ...normal]) => movedPoint(shape, [x, y, z], normal)),
    };
  });

const movedPoint = ({ warp, curves }: HeadShape, at: Vec3, normal: Vec3): ZonePathPoint => [
  ...warpPoint(warp, curves, at),
  ...normal,
];

/** "± 7.4 mm (1 SD): its distance from the midline where it pierces the trapezius (60 sides)". */
export const spreadText = ({ spread }: DangerZone): string =>
  t(`zones.spread.${spread.is}`, { mm: spread.mm, of: spread.of });

/** "S18, S17" or that none was read. */
export const sourceList = (ids: readonly string[]): string =>
  ids.length === 0 ? t('zones.noSource') : t('zones.sources', { ids: ids.join(', ') });

/** As the atlas of zones has it, at the beginning of a sentence. Throws a RangeError on an id that is no zone. */
export const zoneName = (id: ZoneId): string => zoneOf(id).name;

/** "greater occipital nerve": inside a sentence. */
export const zoneInSentence = (id: ZoneId): string => zoneName(id).toLowerCase();

/** What to say of all the zones a point lies in; null where it lies in none. */
export function warningFor(near: readonly Neighbour[]): string | null {
  const inside = near.filter((one) => one.inside);
  return inside.length === 0 ? null : inside.map(warningText).join(' ');
}

/** What to say where a point lies inside a zone: reason, distance, source. */
export function warningText({ zone: id, mm }: Neighbour): string {
  const zone = zoneOf(id);
  return t('zones.warning', {
    zone: zoneInSentence(id),
    mm: Math.round(mm),
    spread: zone.spread.mm,
    why: zone.why.text,
    sources: sourceList([...new Set([...zone.course.flatMap((point) => point.sources), ...zone.spread.sources])]),
  });
}
