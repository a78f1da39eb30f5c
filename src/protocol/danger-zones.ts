import type { CoursePoint, DangerZone, ZoneId } from './danger-zone';
import { occipitalZones } from './danger-zones/occipital';
import { orbitalZones } from './danger-zones/orbital';
import { shoulderZones } from './danger-zones/shoulder';
import { templeZones } from './danger-zones/temple';
import type { Evidence } from './rule';
import type { SourceId } from './sources';

/** What a needle should not meet, front to back and head to shoulder. */
export const dangerZones: readonly DangerZone[] = [
  ...orbitalZones,
  ...templeZones,
  ...occipitalZones,
  ...shoulderZones,
];

/** A zone by its id; an unknown id is a defect and throws. */
export function zoneOf(id: ZoneId): DangerZone {
  const zone = dangerZones.find((one) => one.id === id);
  if (zone === undefined) throw new RangeError(`not a danger zone: ${id}`);
  return zone;
}

/** Everything a zone rests on, each source once. */
export const zoneSources = (zone: DangerZone): readonly SourceId[] => [
  ...new Set([
    ...zone.course.flatMap((point) => point.sources),
    ...zone.spread.sources,
    ...(zone.depth?.sources ?? []),
    ...zone.why.sources,
  ]),
];

/** What a zone's position is worth at its best known point: there is none where nobody measured. */
export function positionEvidence({ course }: DangerZone): Evidence {
  const grades: readonly Evidence[] = ['confirmed', 'weak', 'derived', 'unconfirmed'];
  const best = (points: readonly CoursePoint[]): number => Math.min(...points.map((p) => grades.indexOf(p.evidence)));
  return grades[best(course)] ?? 'unconfirmed';
}
