import { aliquot, ftpMuscles, type Muscle, muscleOf, muscles, published } from '../../protocol/paradigm';
import type { Side } from '../../protocol/words';
import type { Asking } from './asking';
import type { Chance } from '../chance';
import { type Because, type Mistake, mistakes, type PlanLine } from './question';

/** "Find the error": a planned session that keeps every rule, with one line changed so that it breaks one. */

const sides: readonly Side[] = ['left', 'midline', 'right'];
const counted = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => at + 1);

/** A session as the paradigm has it, with some of the extras that it allows. */
function rightPlan(chance: Chance): readonly PlanLine[] {
  return muscles.flatMap((muscle) => {
    let left = chance.below(muscle.extras + 1);
    return sides
      .filter((side) => muscle.fixed[side] > 0)
      .map((side): PlanLine => {
        const extras = side === 'right' ? left : chance.below(left + 1);
        left -= extras;
        return {
          muscle: muscle.id,
          side,
          ordinals: counted(muscle.fixed[side]),
          extras,
          each: muscle.unitsPerSite,
        };
      });
  });
}

type Change = {
  /** Whether a line can be wrong so. */
  readonly fits: (line: PlanLine, muscle: Muscle) => boolean;
  readonly apply: (line: PlanLine, muscle: Muscle, chance: Chance) => PlanLine;
  readonly because: (muscle: Muscle) => Because;
};

const dose = ({ id, dose: cited }: Muscle): Because => ({ kind: 'dose', muscle: id, ...cited });
const ftp = (): Because => ({ kind: 'ftp', evidence: published.evidence, sources: published.sources });
const each = (): Because => ({ kind: 'aliquot', evidence: aliquot.evidence, sources: aliquot.sources });

const changes: Readonly<Record<Mistake, Change>> = {
  missing: {
    fits: ({ ordinals }) => ordinals.length > 1,
    apply: (line, _, chance) => {
      const out = chance.one(line.ordinals);
      return { ...line, ordinals: line.ordinals.filter((n) => n !== out) };
    },
    because: dose,
  },
  twice: {
    fits: ({ ordinals }) => ordinals.length > 1,
    apply: (line, _, chance) => {
      const [kept, over] = chance.shuffled(line.ordinals);
      return { ...line, ordinals: line.ordinals.map((n) => (n === over ? (kept ?? n) : n)).toSorted((a, b) => a - b) };
    },
    because: dose,
  },
  more: {
    fits: () => true,
    apply: (line) => ({ ...line, ordinals: counted(line.ordinals.length + 1) }),
    because: dose,
  },
  // Of a pair the other line would be as wrong: only the muscle of the midline can be on a wrong side.
  side: {
    fits: ({ side }) => side === 'midline',
    apply: (line, _, chance) => ({ ...line, side: chance.one(['left', 'right'] as const) }),
    because: dose,
  },
  'ftp-here': {
    fits: ({ muscle }) => !ftpMuscles.includes(muscle),
    apply: (line) => ({ ...line, extras: 1 }),
    because: ftp,
  },
  'muscle-cap': {
    fits: ({ muscle }) => ftpMuscles.includes(muscle),
    apply: (line, muscle) => ({ ...line, extras: muscle.extras + 1 }),
    because: dose,
  },
  aliquot: {
    fits: () => true,
    apply: (line, _, chance) => ({ ...line, each: chance.one([line.each - 1, line.each + 1, 2 * line.each]) }),
    because: each,
  },
};

/** Over the cap of its muscle the whole muscle is; so that one line alone is wrong, the other side has no extras. */
const alone = (lines: readonly PlanLine[], wrong: PlanLine): readonly PlanLine[] =>
  lines.map((line) => (line.muscle === wrong.muscle && line.side !== wrong.side ? { ...line, extras: 0 } : line));

export const errorFacts: readonly Asking[] = mistakes.map((mistake) => ({
  id: `fact:error:${mistake}`,
  topic: 'errors',
  muscle: null,
  ask: (chance) => {
    const { fits, apply, because } = changes[mistake];
    const plan = rightPlan(chance);
    const line = chance.one(plan.filter((one) => fits(one, muscleOf(one.muscle))));
    const muscle = muscleOf(line.muscle);
    const right = plan.indexOf(line);
    const lines = (mistake === 'muscle-cap' ? alone(plan, line) : plan).map((one, at) =>
      at === right ? apply(one, muscle, chance) : one,
    );
    return {
      asked: { kind: 'findError' },
      answer: { kind: 'find-row', lines, right, mistake },
      because: [because(muscle)],
    };
  },
}));
