import type { SkinOffset } from '../anatomy/anchor';
import type { LandmarkName } from '../protocol/rule';
import { err, ok, type Result, type Side } from '../protocol/words';
import { isPairedLandmark, takeLandmarks } from './landmark-words';

/** Why a command says no place. What it says wrong is given in the words that were typed. */
export type CommandError =
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-landmark' }
  | { readonly kind: 'two-landmarks'; readonly first: LandmarkName; readonly second: LandmarkName }
  | { readonly kind: 'not-understood'; readonly what: string }
  /** A length without a way, or a way without a length. */
  | { readonly kind: 'no-way'; readonly mm: number }
  | { readonly kind: 'no-length'; readonly what: string }
  /** Two lengths up or down, or two across: one walk goes up or down, then one across. */
  | { readonly kind: 'twice'; readonly what: string }
  | { readonly kind: 'too-far'; readonly mostMm: number }
  /** In the midline neither a paired landmark nor a way to the side is known without a side. */
  | { readonly kind: 'which-side'; readonly what: string };

/** The longest walk that can be asked for, mm. */
const mostMm = 150;

type Way = 'up' | 'down' | 'left' | 'right' | SkinOffset['toward'];
const ways: Readonly<Record<Way, readonly string[]>> = {
  up: ['up', 'upward', 'upwards', 'above', 'over', 'higher', 'superior', 'superiorly', 'cranial', 'cranially'],
  down: ['down', 'downward', 'downwards', 'below', 'under', 'lower', 'inferior', 'inferiorly', 'caudal', 'caudally'],
  forward: ['forward', 'forwards', 'front', 'ahead', 'anterior', 'anteriorly'],
  back: ['back', 'backward', 'backwards', 'behind', 'posterior', 'posteriorly'],
  lateral: ['lateral', 'laterally', 'outward', 'outwards', 'out'],
  medial: ['medial', 'medially', 'inward', 'inwards', 'midline'],
  left: ['left'],
  right: ['right'],
};
const wayOf = new Map(Object.entries(ways).flatMap(([way, all]) => all.map((word) => [word, way as Way] as const)));
/** Words that a sentence needs and a place does not. */
const fillers = new Set(
  'a along and at by from go going in move of on pin place put skin straight the then to toward towards walk'.split(
    ' ',
  ),
);

/**
 * Reads a place as it is found by landmark: "up 30 mm from tragus", "2 cm above the inion, 15 mm lateral". One landmark,
 * at most one length up or down and one across; mm where no unit is said.
 * @param side of the patient that is worked on; a side that the command names counts before it
 */
export function readLandmarkCommand(text: string, side: Side): Result<SkinOffset, CommandError> {
  const plain = plainWords(text);
  if (plain === '') return err({ kind: 'empty' });
  const { found, rest } = takeLandmarks(plain);
  const [landmark, second] = found;
  const legs = readLegs(rest);
  if (!legs.ok) return legs;
  if (landmark === undefined) return err({ kind: 'no-landmark' });
  if (second !== undefined) return err({ kind: 'two-landmarks', first: landmark.name, second: second.name });
  return offsetFrom(landmark.name, landmark.side ?? side, legs.value);
}

const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    // A comma between digits is a decimal point, any other one a pause; a hyphen joins words, but before a digit it is a minus.
    .replaceAll(/(\d),(?=\d)/g, '$1.')
    .replaceAll(/[,;:!]|\.(?!\d)|-(?!\d)/g, ' ')
    .replaceAll(/(\d)([a-z])/g, '$1 $2')
    // The digit of the vertebra is no length.
    .replaceAll(/\bc ?7\b/g, 'c7')
    .replaceAll(/\s+/g, ' ')
    .trim();

type Leg = { readonly way: Way; readonly mm: number };

/** Pairs each length with the way beside it, whichever is said first. */
function readLegs(text: string): Result<readonly Leg[], CommandError> {
  const legs: Leg[] = [];
  let mm: number | null = null;
  let way: Way | null = null;
  const said = text.split(' ').filter((word) => word !== '' && !fillers.has(word));
  for (const [i, word] of said.entries()) {
    if (/^\d+(\.\d+)?$/.test(word)) {
      if (mm !== null) return err({ kind: 'no-way', mm });
      mm = Number(word) * (isCm(said[i + 1]) ? 10 : 1);
    } else if (isCm(word) || isMm(word)) {
      if (!/^\d/.test(said[i - 1] ?? '')) return err({ kind: 'not-understood', what: word });
    } else {
      const meant = wayOf.get(word);
      if (meant === undefined) return err({ kind: 'not-understood', what: word });
      if (way !== null) return err({ kind: 'no-length', what: way });
      way = meant;
    }
    if (mm === null || way === null) continue;
    legs.push({ way, mm });
    [mm, way] = [null, null];
  }
  if (mm !== null) return err({ kind: 'no-way', mm });
  return way === null ? ok(legs) : err({ kind: 'no-length', what: way });
}

const isMm = (word: string): boolean => ['mm', 'millimetre', 'millimetres', 'millimeter', 'millimeters'].includes(word);
const isCm = (word = ''): boolean => ['cm', 'centimetre', 'centimetres', 'centimeter', 'centimeters'].includes(word);

const isVertical = ({ way }: Leg): boolean => way === 'up' || way === 'down';

function offsetFrom(landmark: LandmarkName, side: Side, legs: readonly Leg[]): Result<SkinOffset, CommandError> {
  const told = legs.some(isVertical) ? legs : legs.map((leg) => alongCrest(leg, landmark, side));
  const [up, ...moreUp] = told.filter(isVertical);
  const [across, ...moreAcross] = told.filter((leg) => !isVertical(leg));
  const twice = moreUp[0] ?? moreAcross[0];
  if (twice !== undefined) return err({ kind: 'twice', what: twice.way });
  if (legs.some(({ mm }) => mm > mostMm)) return err({ kind: 'too-far', mostMm });
  if (side === 'midline' && isPairedLandmark(landmark)) return err({ kind: 'which-side', what: landmark });
  const upMm = up === undefined ? 0 : up.way === 'down' ? -up.mm : up.mm;
  // `+ 0` keeps -0 away: "down 0".
  const walked = { landmark, upMm: upMm + 0, alongMm: across?.mm ?? 0 };
  const toSide = sideways(across?.way, landmark, side);
  return toSide === null ? err({ kind: 'which-side', what: across?.way ?? landmark }) : ok({ ...walked, ...toSide });
}

/**
 * Along the crest of the shoulder up is inward and down is outward, as such a place is told: "85 mm medial to and 10 mm
 * behind the acromion" is a way up and a way across.
 */
function alongCrest({ way, mm }: Leg, landmark: LandmarkName, side: Side): Leg {
  const outward = way === 'lateral' || way === side;
  if (landmark === 'acromion' && (outward || way === 'medial' || way === 'left' || way === 'right'))
    return { way: outward ? 'down' : 'up', mm };
  return landmark === 'neck-shoulder' && outward ? { way: 'down', mm } : { way, mm };
}

/** Which way is across, and of which side: left and right are out of the midline from a landmark that lies there. */
function sideways(
  way: Way | undefined,
  landmark: LandmarkName,
  side: Side,
): Pick<SkinOffset, 'side' | 'toward'> | null {
  switch (way) {
    case undefined:
    case 'up':
    case 'down':
      return { side, toward: 'lateral' };
    case 'forward':
    case 'back':
      return { side, toward: way };
    case 'lateral':
    case 'medial':
      return side === 'midline' ? null : { side, toward: way };
    case 'left':
    case 'right':
      if (!isPairedLandmark(landmark)) return { side: way, toward: 'lateral' };
      return { side, toward: way === side ? 'lateral' : 'medial' };
  }
}
