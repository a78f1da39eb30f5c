import type { Evidence, Heading, LandmarkName, Measure, Place } from './rule';
import type { MuscleId } from './words';

/** Short ways to write rule expressions, so that a map reads like its sentences. */

/** A landmark of the head, on the rule's own side where it is paired. */
export const landmark = (name: LandmarkName): Place => ({ op: 'landmark', name });

/** Another site of the same map; `side` only where it is not the rule's own. */
export const site = (muscle: MuscleId, ordinal: number, side?: 'left' | 'right'): Place =>
  side === undefined ? { op: 'site', muscle, ordinal } : { op: 'site', muscle, ordinal, side };

/** So far along the skin from a place; `mm` in millimetres. */
export const walk = (from: Place, heading: Heading, mm: Measure): Place => ({ op: 'walk', from, heading, mm });

/** So far along the skin from one place on the way to another; `mm` in millimetres. */
export const toward = (from: Place, to: Place, mm: Measure): Place => ({ op: 'toward', from, to, mm });

/** A share (0 to 1) of the way along the skin from one place to another. */
export const between = (from: Place, to: Place, fraction: Measure): Place => ({ op: 'between', from, to, fraction });

/** From a place along a heading until as high as `levelWith`. */
export const level = (from: Place, heading: Heading, levelWith: Place): Place => ({
  op: 'level',
  from,
  heading,
  with: levelWith,
});

/** The source gives one figure, in the unit of its leg: mm, or a share of a way. */
export const exactly = (value: number, evidence: Evidence = 'unconfirmed'): Measure => ({
  min: value,
  max: value,
  chosen: value,
  evidence,
});

/** The source gives a range, or none; this table chooses within it. All three in the unit of the leg. */
export const within = (min: number, max: number, chosen: number, evidence: Evidence): Measure => ({
  min,
  max,
  chosen,
  evidence,
});

export const up: Heading = { go: 'up', plane: 'sagittal' };
export const down: Heading = { go: 'down', plane: 'sagittal' };
/** Up the temple, where a sagittal plane would run off the side of the head. */
export const upTemple: Heading = { go: 'up', plane: 'coronal' };
export const lateral: Heading = { go: 'lateral' };
export const medial: Heading = { go: 'medial' };
export const forward: Heading = { go: 'forward' };
export const back: Heading = { go: 'back' };
/** "Diagonally" is 45 degrees in the paraspinal wording; taken as such wherever the sources only say diagonally. */
export const diagonal = (toward: 'lateral' | 'medial'): Heading => ({ go: 'diagonal', toward, degrees: 45 });
