import type { Vec3 } from '../anatomy/anchor';
import { fixedSites } from '../protocol/fixed-sites';
import { isMapId } from '../protocol/maps';
import { muscleOf, muscles } from '../protocol/paradigm';
import { err, type MapId, type MuscleId, ok, type Result, type Side, type SiteId } from '../protocol/words';

/** A place of its own on the standard head: mm, and the unit normal of the skin there. */
export type LinkPlace = { readonly positionMm: Vec3; readonly normal: Vec3 };

/** What a link carries: which sites of a map were given or left out, and what was added. No name, no day, no record. */
export type LinkedMap = {
  readonly map: MapId;
  /** By site; one that is not in it is not told of. `at`: where it was given, if not where the map has it. */
  readonly sites: ReadonlyMap<SiteId, { readonly is: 'given' | 'left-out'; readonly at?: LinkPlace }>;
  /** `at` is null where its place could not be found on the standard head. */
  readonly extras: readonly { readonly muscle: MuscleId; readonly side: Side; readonly at: LinkPlace | null }[];
};

/** Why a text is no map. `newer`: a later version of this app made it. */
export type LinkProblem =
  | { readonly kind: 'NotAMap' }
  | { readonly kind: 'Newer'; readonly version: number }
  | { readonly kind: 'UnknownMap'; readonly map: string }
  /** Not one letter a site, or a letter that says nothing. */
  | { readonly kind: 'BadSites' }
  /** A place that is none: outside the head's frame, of no site, twice, or in another order than it is written. */
  | { readonly kind: 'BadPlace'; readonly at: number }
  | { readonly kind: 'TooManyExtras'; readonly muscle: MuscleId };

const version = 1;
const letters = { given: 'g', 'left-out': 'o', none: '-' } as const;
const sides: readonly Side[] = ['left', 'midline', 'right'];
const sideLetters: readonly string[] = ['l', 'm', 'r'];
/** Places are whole mm within this of the origin, normals hundredths: each is written as two figures of base 36. */
const reach = 600;
const grain = 100;
const digits = /^[\da-z]{12}$/;

/** As text that may stand in the fragment of an address. The same map gives the same text. */
export function encodeMap({ map, sites, extras }: LinkedMap): string {
  const states = fixedSites.map(({ id }) => letters[sites.get(id)?.is ?? 'none']).join('');
  const moved = fixedSites.flatMap(({ id }, n) => {
    const at = sites.get(id)?.at;
    return at === undefined ? [] : [`s${pair(n)}${placeText(at)}`];
  });
  const added = extras.map(
    ({ muscle, side, at }) =>
      `x${String(muscles.findIndex(({ id }) => id === muscle))}${sideLetters[sides.indexOf(side)] ?? ''}${at === null ? '' : placeText(at)}`,
  );
  // Sorted, so that the order in which they were added tells nothing.
  return [String(version), map, states, ...moved, ...added.toSorted()].join('.');
}

/** Reads what `encodeMap` wrote, and nothing else: whatever is read is written as the very same text again. */
export function decodeMap(text: string): Result<LinkedMap, LinkProblem> {
  const [first = '', map = '', states = '', ...places] = text.split('.');
  if (!/^[1-9]\d{0,3}$/.test(first)) return err({ kind: 'NotAMap' });
  if (Number(first) !== version) return err({ kind: 'Newer', version: Number(first) });
  if (!isMapId(map)) return err({ kind: 'UnknownMap', map });
  const sites = new Map<SiteId, { readonly is: 'given' | 'left-out'; readonly at?: LinkPlace }>();
  if (states.length !== fixedSites.length) return err({ kind: 'BadSites' });
  for (const [n, { id }] of fixedSites.entries()) {
    const letter = states[n];
    if (letter === letters.given) sites.set(id, { is: 'given' });
    else if (letter === letters['left-out']) sites.set(id, { is: 'left-out' });
    else if (letter !== letters.none) return err({ kind: 'BadSites' });
  }
  const extras: LinkedMap['extras'][number][] = [];
  for (const [n, place] of places.entries()) {
    const moved = /^s([\da-z]{2})([\da-z]{12})$/.exec(place);
    const id = moved === null ? undefined : fixedSites[Number.parseInt(moved[1] ?? '', 36)]?.id;
    const site = id === undefined ? undefined : sites.get(id);
    const at = moved === null ? null : placeOf(moved[2] ?? '');
    if (id !== undefined && site?.is === 'given' && at !== null) {
      sites.set(id, { ...site, at });
      continue;
    }
    const extra = extraOf(place);
    if (extra === null) return err({ kind: 'BadPlace', at: n });
    extras.push(extra);
  }
  const over = muscles.find(({ id, extras: most }) => extras.filter(({ muscle }) => muscle === id).length > most);
  if (over !== undefined) return err({ kind: 'TooManyExtras', muscle: over.id });
  const read: LinkedMap = { map, sites, extras };
  return encodeMap(read) === text ? ok(read) : err({ kind: 'BadPlace', at: places.length });
}

function extraOf(text: string): LinkedMap['extras'][number] | null {
  const [, index, letter, place = ''] = /^x(\d)([lmr])([\da-z]{12})?$/.exec(text) ?? [];
  const muscle = muscles[Number(index ?? -1)]?.id;
  const side = sides[sideLetters.indexOf(letter ?? '')];
  if (muscle === undefined || side === undefined || muscleOf(muscle).fixed[side] === 0) return null;
  if (place === '') return { muscle, side, at: null };
  const at = placeOf(place);
  return at === null ? null : { muscle, side, at };
}

const pair = (n: number): string => n.toString(36).padStart(2, '0');

const placeText = ({ positionMm, normal }: LinkPlace): string =>
  [...positionMm.map((mm) => Math.round(mm) + reach), ...normal.map((part) => Math.round(part * grain) + grain)]
    .map(pair)
    .join('');

function placeOf(text: string): LinkPlace | null {
  if (!digits.test(text)) return null;
  const [x = 0, y = 0, z = 0, nx = 0, ny = 0, nz = 0] = (text.match(/../g) ?? []).map((two) =>
    Number.parseInt(two, 36),
  );
  const normal: Vec3 = [(nx - grain) / grain, (ny - grain) / grain, (nz - grain) / grain];
  const length = Math.hypot(...normal);
  if ([nx, ny, nz].some((n) => n > 2 * grain) || Math.abs(length - 1) > 0.05) return null;
  return { positionMm: [x - reach, y - reach, z - reach], normal };
}
