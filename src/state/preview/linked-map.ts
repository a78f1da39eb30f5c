import { decodeMap, encodeMap, type LinkedMap, type LinkPlace, type LinkProblem } from '../../exchange/map-link';
import { standardVariant } from '../../anatomy/variant';
import { readSiteId } from '../../protocol/site-id';
import { ok, type Result } from '../../protocol/words';
import type { AnatomyService, Placements } from '../anatomy-service';
import type { Given, GivenSpot } from './given';

/** A spot of a map that came in a link, where it lies on the standard head. */
type LinkedSpot = Pick<GivenSpot, 'id' | 'muscle' | 'side' | 'is' | 'positionMm' | 'normal'>;
export type ShownLink = {
  readonly spots: readonly LinkedSpot[];
  /** Added, and no place of it is known on this head. */
  readonly unplaced: number;
};

/** Reads the map that an address carries, and puts it on the standard head. */
export function readLinked(text: string, placements: Placements): Result<ShownLink, LinkProblem> {
  const read = decodeMap(text);
  if (!read.ok) return read;
  const { map, sites, extras } = read.value;
  const { anchors } = placements.of(map);
  const fixed = [...sites].flatMap(([id, { is, at }]): readonly LinkedSpot[] => {
    const [site, place] = [readSiteId(id), at ?? anchors.get(id)];
    if (site === null || place === undefined) return [];
    const { muscle, side } = site;
    return [{ id, muscle, side, is, positionMm: place.positionMm, normal: place.normal }];
  });
  const added = extras.flatMap(({ muscle, side, at }, n): readonly LinkedSpot[] =>
    at === null ? [] : [{ id: `extra-${String(n)}`, muscle, side, is: 'extra', ...at }],
  );
  return ok({ spots: [...fixed, ...added], unplaced: extras.length - added.length });
}

/**
 * The map of a session as the text of a link: its spots and nothing else. What stands at a place of its own is looked for on
 * the standard head, whatever the size of the patient's: the size tells of the person.
 */
export async function linkedText(
  { map, head, spots }: Given,
  anatomy: Pick<AnatomyService, 'resolve'>,
): Promise<string> {
  const placeOf = async ({ anchor }: GivenSpot): Promise<LinkPlace | null> => {
    if (head.variant === standardVariant) return anchor;
    const found = await anatomy.resolve({ kind: 'offset', ...anchor.offset }, standardVariant);
    return typeof found === 'string' ? null : found;
  };
  const placed = await Promise.all(
    spots.map(async (spot) => ({
      spot,
      at: spot.is === 'extra' || (spot.moved && spot.is === 'given') ? await placeOf(spot) : null,
    })),
  );
  const linked: LinkedMap = {
    map,
    sites: new Map(
      placed.flatMap(({ spot: { id, is }, at }) =>
        is === 'extra' ? [] : [[id, at === null ? { is } : { is, at: bare(at) }] as const],
      ),
    ),
    extras: placed.flatMap(({ spot: { muscle, side, is }, at }) =>
      is === 'extra' ? [{ muscle, side, at: at === null ? null : bare(at) }] : [],
    ),
  };
  return encodeMap(linked);
}

const bare = ({ positionMm, normal }: LinkPlace): LinkPlace => ({ positionMm, normal });
