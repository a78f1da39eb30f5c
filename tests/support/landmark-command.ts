import { readLandmarkCommand } from '../../src/learn/landmark-command';
import type { CommandError } from '../../src/learn/landmark-error';
import type { Side } from '../../src/protocol/words';

/** What a command is read as: "tragus left +30 lateral 0": landmark, side, up, way across and its length. */
export function read(text: string, side: Side = 'left'): string {
  const place = readLandmarkCommand(text, side);
  if (!place.ok) throw new Error(`not read: ${text}: ${JSON.stringify(place.error)}`);
  const { landmark, side: of, upMm, toward, alongMm } = place.value;
  return `${landmark} ${of} ${upMm < 0 ? '' : '+'}${String(upMm)} ${toward} ${String(alongMm)}`;
}

/** Why a command is refused. */
export function refusal(text: string, side: Side = 'left'): CommandError {
  const place = readLandmarkCommand(text, side);
  if (place.ok) throw new Error(`read: ${text}: ${JSON.stringify(place.value)}`);
  return place.error;
}
