import { muscleOf, muscles } from './paradigm';
import type { MuscleId, Side, SiteId } from './words';

/**
 * The written form of a site: `temporalis-L-2`; `corrugator-R` and `procerus-M` where a side holds one site only;
 * `temporalis-L-F1` for a follow-the-pain extra. Files and assistive technology rely on it.
 */

const letters: Readonly<Record<Side, string>> = { left: 'L', right: 'R', midline: 'M' };
const sides: Readonly<Record<string, Side>> = { L: 'left', R: 'right', M: 'midline' };

/** The id of a fixed site. `ordinal` is 1-based within muscle and side. */
export function fixedSiteId(muscle: MuscleId, side: Side, ordinal: number): SiteId {
  const alone = muscleOf(muscle).fixed[side] === 1;
  return alone ? `${muscle}-${letters[side]}` : `${muscle}-${letters[side]}-${String(ordinal)}`;
}

/** The id of the n-th follow-the-pain extra of a muscle and side, 1-based. */
export const ftpSiteId = (muscle: MuscleId, side: Side, n: number): SiteId =>
  `${muscle}-${letters[side]}-F${String(n)}`;

export type SiteIdParts = {
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly ordinal: number;
  readonly ftp: boolean;
};

/** What a site id says; null if it is not one. Does not say whether the paradigm has such a site. */
export function readSiteId(id: SiteId): SiteIdParts | null {
  const [, name, letter, ftp, ordinal] = /^([a-z]+)-([LRM])(?:-(F?)([1-9]\d{0,3}))?$/.exec(id) ?? [];
  const muscle = muscles.find((row) => row.id === name)?.id;
  const side = sides[letter ?? ''];
  if (muscle === undefined || side === undefined) return null;
  return { muscle, side, ordinal: ordinal === undefined ? 1 : Number(ordinal), ftp: ftp === 'F' };
}
