import type { SkinOffset } from '../anatomy/anchor';
import type { LandmarkName } from '../protocol/rule';
import { err, ok, type Result, type Side } from '../protocol/words';
import type { CommandError } from './landmark-error';
import { doubtfulAdjective, type Leg, mostMm, readLegs, type Way } from './landmark-legs';
import { plainWords, takeMidline } from './landmark-plain';
import { acrossProblem, leadsUp } from './landmark-reach';
import { isPairedLandmark, takeLandmarks } from './landmark-words';

type Walk = Pick<Leg, 'way' | 'mm'>;

/**
 * Reads a place as it is found by landmark: "up 30 mm from tragus", "2 cm above the inion, 15 mm lateral". One landmark,
 * at most one length up or down and one across; mm where no unit is said. What can be read in two ways is refused.
 * @param side of the patient that is worked on; a side that the command names counts before it
 */
export function readLandmarkCommand(text: string, side: Side): Result<SkinOffset, CommandError> {
  const plain = plainWords(text);
  if (plain === '') return err({ kind: 'empty' });
  const { words, measuredFrom } = takeMidline(plain);
  const { found, rest } = takeLandmarks(words);
  const [landmark, second] = found;
  if (landmark === undefined) return err({ kind: 'no-landmark' });
  if (second !== undefined) return err({ kind: 'two-landmarks', first: landmark.name, second: second.name });
  const adjective = doubtfulAdjective(rest);
  if (adjective !== null) return err({ kind: 'which-point', what: adjective, landmark: landmark.name });
  const legs = readLegs(rest);
  if (!legs.ok) return legs;
  if (measuredFrom && isPairedLandmark(landmark.name)) return err({ kind: 'beside-midline', landmark: landmark.name });
  return offsetFrom(landmark.name, landmark.side ?? side, legs.value);
}

const isVertical = ({ way }: Walk): boolean => way === 'up' || way === 'down';

function offsetFrom(landmark: LandmarkName, side: Side, legs: readonly Walk[]): Result<SkinOffset, CommandError> {
  const climb = legs.find(isVertical);
  const told = climb === undefined ? legs.map((leg) => alongCrest(leg, landmark, side)) : legs;
  const [up, ...moreUp] = told.filter(isVertical);
  const [across, ...moreAcross] = told.filter((leg) => !isVertical(leg));
  const twice = moreUp[0] ?? moreAcross[0];
  if (twice !== undefined) return err({ kind: 'twice', what: twice.way });
  if (legs.some(({ mm }) => mm > mostMm)) return err({ kind: 'too-far', mostMm });
  if (side === 'midline' && isPairedLandmark(landmark)) return err({ kind: 'which-side', what: landmark });
  if (climb !== undefined && !leadsUp(landmark, climb.way)) return err({ kind: 'not-from', what: climb.way, landmark });
  const toSide = sideways(across?.way, landmark, side);
  if (toSide === null) return err({ kind: 'which-side', what: across?.way ?? landmark });
  const upMm = up === undefined ? 0 : up.way === 'down' ? -up.mm : up.mm;
  // `+ 0` keeps -0 away: "down 0".
  const offset = { landmark, upMm: upMm + 0, alongMm: across?.mm ?? 0, ...toSide };
  const problem = acrossProblem(offset, across?.way);
  return problem === null ? ok(offset) : err(problem);
}

/**
 * Along the crest of the shoulder up is inward and down is outward, as such a place is told: "85 mm medial to and 10 mm
 * behind the acromion" is a way up and a way across.
 */
function alongCrest({ way, mm }: Walk, landmark: LandmarkName, side: Side): Walk {
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
