import {
  aliquot,
  fixedSiteCount,
  ftpMuscles,
  type Muscle,
  muscleMaximum,
  muscles,
  published,
  sessionTotals,
} from '../../protocol/paradigm';
import type { Asking } from './asking';
import { choiceOf } from './choice';
import type { Because, Total, Unit, Value } from './question';

/** Sites, units and caps, by muscle and for the session; and which muscles take extras. */

type Figure = {
  readonly kind: 'sites' | 'units' | 'maximum' | 'extras';
  readonly unit: Unit;
  readonly of: (muscle: Muscle) => number;
};

const figures: readonly Figure[] = [
  { kind: 'sites', unit: 'sites', of: fixedSiteCount },
  { kind: 'units', unit: 'U', of: (muscle) => fixedSiteCount(muscle) * muscle.unitsPerSite },
];
/** Asked of the muscles that take extras: in the others the most is what the fixed sites take. */
const extraFigures: readonly Figure[] = [
  { kind: 'extras', unit: 'extras', of: ({ extras }) => extras },
  { kind: 'maximum', unit: 'U', of: muscleMaximum },
];

const doseOf = ({ id, dose }: Muscle): Because => ({ kind: 'dose', muscle: id, ...dose });

const askFigure = (muscle: Muscle, { kind, unit, of }: Figure): Asking => ({
  id: `fact:${kind}:${muscle.id}`,
  topic: kind === 'extras' ? 'ftp' : 'dose',
  muscle: muscle.id,
  ask: (chance) => {
    const value = (row: Muscle): Value => ({ kind: 'amount', n: of(row), unit });
    return {
      asked: { kind, muscle: muscle.id },
      answer: choiceOf(chance, value(muscle), muscles.map(value)),
      because: [doseOf(muscle)],
    };
  },
});

const totals: Because = { kind: 'totals', evidence: published.evidence, sources: published.sources };
const each: Because = { kind: 'aliquot', evidence: aliquot.evidence, sources: aliquot.sources };

const askNumber = (kind: Total, right: number, unit: Unit, because: Because): Asking => ({
  id: `fact:${kind}`,
  topic: 'dose',
  muscle: null,
  ask: () => ({ asked: { kind }, answer: { kind: 'number', right, unit }, because: [because] }),
});

const takeExtras: Asking = {
  id: 'fact:ftp-muscles',
  topic: 'ftp',
  muscle: null,
  ask: (chance) => {
    const options = chance.shuffled(muscles.map(({ id }): Value => ({ kind: 'muscle', muscle: id })));
    const takes = (value: Value): boolean => value.kind === 'muscle' && ftpMuscles.includes(value.muscle);
    const right = options.flatMap((value, at) => (takes(value) ? [at] : []));
    return {
      asked: { kind: 'ftpMuscles' },
      answer: { kind: 'several', options, right },
      because: [{ ...totals, kind: 'ftp' }],
    };
  },
};

export const doseFacts: readonly Asking[] = [
  askNumber('aliquotUnits', aliquot.units, 'U', each),
  askNumber('aliquotMl', aliquot.ml, 'mL', each),
  askNumber('fixedSites', sessionTotals.fixedSites, 'sites', totals),
  askNumber('fixedUnits', sessionTotals.fixedUnits, 'U', totals),
  askNumber('capSites', sessionTotals.capSites, 'sites', totals),
  askNumber('capUnits', sessionTotals.capUnits, 'U', totals),
  takeExtras,
  ...muscles.flatMap((muscle) =>
    [...figures, ...(muscle.extras > 0 ? extraFigures : [])].map((one) => askFigure(muscle, one)),
  ),
];
