import { muscles } from '../protocol/paradigm';
import type { MuscleId } from '../protocol/words';
import type { Score, ScoredPin } from './exam';
import { pinsAsked } from './task';

/**
 * Where a pin counts as near, and where as far, mm along the skin. Teaching convention, not from the paradigm: a
 * third of its fingerbreadth (15 mm), and two thirds.
 */
export const nearMm = 5;
export const farMm = 10;

export type Nearness = 'near' | 'off' | 'far';

/** Judged as it is told, in tenths of a millimetre: what reads 5.0 mm is within 5 mm. */
export const nearness = (mm: number): Nearness =>
  inTenths(mm) <= nearMm ? 'near' : inTenths(mm) <= farMm ? 'off' : 'far';

/** What a pin is judged by: its distance from what the rule of its site allows, which is that from the map's point but for rules with a range. */
export const judgedMm = ({ fromRule }: Pick<ScoredPin, 'fromRule'>): number => fromRule.mm;

/** The same of what is kept of a pin, to a tenth: `ruleMm` stands only where it differs. Null without a pin. */
export const keptMm = ({ mm, ruleMm }: { readonly mm: number | null; readonly ruleMm?: number }): number | null =>
  ruleMm ?? mm;

/** What is kept of a pin beside its distance: that from its rule, where it is told differently. */
export const keptRuleMm = ({ mm, fromRule }: Pick<ScoredPin, 'mm' | 'fromRule'>): { readonly ruleMm?: number } =>
  inTenths(fromRule.mm) === inTenths(mm) ? {} : { ruleMm: inTenths(fromRule.mm) };

/** Millimetres as they are told: rounded to a tenth. */
export const inTenths = (mm: number): number => Math.round(10 * mm) / 10;

export type MuscleSummary = { readonly muscle: MuscleId; readonly pins: readonly ScoredPin[]; readonly meanMm: number };

export type ScoreSummary = {
  /** Pins within `nearMm` of what their rule allows, in their own muscle and on their own side, of the sites that were asked for. */
  readonly near: number;
  readonly of: number;
  /** Over the pins that were placed; null where there are none. */
  readonly meanMm: number | null;
  readonly worst: ScoredPin | null;
  /** In protocol order, those with pins. */
  readonly byMuscle: readonly MuscleSummary[];
  readonly wrongMuscle: readonly ScoredPin[];
  readonly wrongSide: readonly ScoredPin[];
  readonly inZones: readonly ScoredPin[];
};

/** The figures of a score. All distances are mm along the skin of the model. */
export function summarize(score: Score): ScoreSummary {
  const { pins } = score;
  const right = pins.filter(({ rightMuscle, rightSide }) => rightMuscle && rightSide);
  return {
    near: right.filter((pin) => nearness(judgedMm(pin)) === 'near').length,
    of: pinsAsked(score.task),
    meanMm: meanOf(pins),
    worst: pins.reduce<ScoredPin | null>((worst, pin) => (worst === null || pin.mm > worst.mm ? pin : worst), null),
    byMuscle: muscles.flatMap(({ id }) => {
      const own = pins.filter(({ muscle }) => muscle === id);
      const meanMm = meanOf(own);
      return meanMm === null ? [] : [{ muscle: id, pins: own, meanMm }];
    }),
    wrongMuscle: pins.filter(({ rightMuscle }) => !rightMuscle),
    wrongSide: pins.filter(({ rightSide }) => !rightSide),
    inZones: pins.filter(({ zones }) => zones.length > 0),
  };
}

const meanOf = (pins: readonly ScoredPin[]): number | null =>
  pins.length === 0 ? null : pins.reduce((sum, { mm }) => sum + mm, 0) / pins.length;
