import type { SkinOffset } from '../anatomy/anchor';
import { err, ok, type Result } from '../protocol/words';
import type { CommandError } from './landmark-error';
import { pause } from './landmark-plain';
import { landmarkMark } from './landmark-words';

export type Way = 'up' | 'down' | 'left' | 'right' | SkinOffset['toward'];
const ways: Readonly<Record<Way, readonly string[]>> = {
  // Not "over": it is also said for across.
  up: ['up', 'upward', 'upwards', 'above', 'higher', 'superior', 'superiorly', 'cranial', 'cranially'],
  down: ['down', 'downward', 'downwards', 'below', 'under', 'lower', 'inferior', 'inferiorly', 'caudal', 'caudally'],
  forward: ['forward', 'forwards', 'front', 'ahead', 'anterior', 'anteriorly'],
  back: ['back', 'backward', 'backwards', 'behind', 'posterior', 'posteriorly'],
  lateral: ['lateral', 'laterally', 'outward', 'outwards', 'out'],
  medial: ['medial', 'medially', 'inward', 'inwards'],
  left: ['left'],
  right: ['right'],
};
const wayOf = new Map(Object.entries(ways).flatMap(([way, all]) => all.map((word) => [word, way as Way] as const)));

/** The longest walk that can be asked for, mm. */
export const mostMm = 150;

/** Ways that may also name a part of what follows them: "superior orbital rim". */
const adjectives = new Set(
  'superior cranial higher inferior caudal lower anterior front posterior lateral medial'.split(' '),
);

/** Ways that are said with "to": "lateral to". After any other one "to" may name an end: "30 mm up to". */
const takesTo = new Set(
  'superior superiorly cranial inferior inferiorly caudal anterior anteriorly posterior posteriorly lateral medial'.split(
    ' ',
  ),
);

/** Words that a sentence needs and a place does not, wherever they stand. */
const fillers = new Set('a at by from go going move of on pin place put skin straight the walk'.split(' '));

export type Leg = {
  readonly way: Way;
  readonly mm: number;
  /** What was typed for the length, and its unit; null where none was said. */
  readonly figure: string;
  readonly unit: 'mm' | 'cm' | null;
};
type Length = Omit<Leg, 'way'>;

/** The word right before the landmark that may be a way or a part of its name. */
export function doubtfulAdjective(text: string): string | null {
  const words = text.split(' ');
  return words.find((word, i) => adjectives.has(word) && words[i + 1] === landmarkMark) ?? null;
}

/** Pairs each length with the way beside it, whichever is said first. Nothing is paired across a pause. */
export function readLegs(text: string): Result<readonly Leg[], CommandError> {
  const legs: Leg[] = [];
  let length: Length | null = null;
  let way: Way | null = null;
  const words = text.split(' ');
  for (const [i, word] of [...words, pause].entries()) {
    const meant = wayOf.get(word);
    if (word === pause || (/^\d/.test(word) && length !== null)) {
      if (length !== null) return err({ kind: 'no-way', mm: length.mm });
      if (way !== null) return err({ kind: 'no-length', what: way });
    } else if (/^\d/.test(word)) {
      const read = readLength(word, words[i + 1] ?? '');
      if (!read.ok) return read;
      length = read.value;
    } else if (meant !== undefined) {
      if (way !== null) return err({ kind: 'no-length', what: way });
      way = meant;
    } else if (!saysNothing(words, i)) {
      return err({ kind: 'not-understood', what: word });
    }
    if (length === null || way === null) continue;
    legs.push({ way, ...length });
    [length, way] = [null, null];
  }
  const unclear = lengthInDoubt(legs);
  return unclear === undefined ? ok(legs) : err({ kind: 'unit', what: unclear.figure });
}

/** Digits with at most two decimals, after a point or a comma. */
function readLength(figure: string, next: string): Result<Length, CommandError> {
  if (!/^[\d.,]+$/.test(figure)) return err({ kind: 'not-understood', what: figure });
  if (!/^\d+([.,]\d{1,2})?$/.test(figure)) return err({ kind: 'number', what: figure });
  const unit = unitOf(next);
  return ok({ figure, unit, mm: Number(figure.replace(',', '.')) * (unit === 'cm' ? 10 : 1) });
}

/** Without a unit a length is in mm; not so surely where it is a part of one, or may be cm as the one beside it is. */
function lengthInDoubt(legs: readonly Leg[]): Leg | undefined {
  const inCm = legs.some(({ unit }) => unit === 'cm');
  return legs.find(({ unit, figure, mm }) => unit === null && (/[.,]/.test(figure) || (inCm && mm * 10 <= mostMm)));
}

/** Whether a word can be left out where it stands: "in" is also an inch, and "to" and "toward" may lead to the landmark. */
function saysNothing(words: readonly string[], i: number): boolean {
  const [word = '', before = ''] = [words[i], words[i - 1]];
  const next = words.slice(i + 1).find((one) => one !== 'the' && !isOfPatient(one)) ?? '';
  if (isOfPatient(word)) return next === 'left' || next === 'right';
  switch (word) {
    case landmarkMark:
      return true;
    case 'in':
      return words[i + 1] === 'front';
    case 'along':
      return next === 'skin';
    case 'to':
      return takesTo.has(before) || wayOf.has(next);
    case 'toward':
    case 'towards':
      return wayOf.has(next);
    default:
      return fillers.has(word) || (unitOf(word) !== null && /^\d/.test(before));
  }
}

const isOfPatient = (word: string): boolean => word === "patient's" || word === 'patients';

function unitOf(word: string): Leg['unit'] {
  if (/^(mm|millimet(re|er)s?)$/.test(word)) return 'mm';
  return /^(cm|centimet(re|er)s?)$/.test(word) ? 'cm' : null;
}
