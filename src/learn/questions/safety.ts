import { products } from '../../protocol/products';
import { type SafetyCheck, safetyChecks, type Standing, standings } from '../../protocol/safety-checks';
import { cumulativeDose, otherToxin, reconstituted, retreatment } from '../../protocol/safety-limits';
import type { Caution } from '../../protocol/site';
import { firstTechnique, tailorings } from '../../protocol/tailoring';
import type { TailoringId } from '../../protocol/tailoring-names';
import type { Asking } from './asking';
import { choiceOf } from './choice';
import type { Because, Value } from './question';

/** What stands against injecting, dilution, dates, and what sources suggest for one patient. */

const quoted = ({ text, evidence, sources }: Caution): Because => ({ kind: 'quoted', text, evidence, sources });
const effectValue = ({ effect }: Pick<SafetyCheck, 'effect'>): Value => ({ kind: 'effect', effect });
const standingValue = (is: Standing): Value => ({ kind: 'standing', is });

/** The reasons that call it so, and then the others: what the answer rests on is read first. */
const standingFirst = ({ because }: SafetyCheck, is: Standing): readonly Because[] =>
  [...because.filter(({ says }) => says === is), ...because.filter(({ says }) => says !== is)].map(quoted);
const standingOf = ({ because }: SafetyCheck): Standing | undefined =>
  because.find(({ says }) => says !== undefined)?.says;

/**
 * What sources call it. Where none calls it anything, what this app does, as its convention: whether to inject is never
 * asked, for no source says that one should.
 */
const checks = safetyChecks.map((check): Asking => {
  const standing = standingOf(check);
  return {
    id: `fact:check:${check.id}`,
    topic: 'safety',
    muscle: null,
    ask: (chance) =>
      standing === undefined
        ? {
            asked: { kind: 'appCheck', check: check.id },
            answer: choiceOf(chance, effectValue(check), safetyChecks.map(effectValue)),
            because: [
              { kind: 'effect', effect: check.effect, evidence: 'derived', sources: [] },
              ...check.because.map(quoted),
            ],
          }
        : {
            asked: { kind: 'check', check: check.id },
            answer: choiceOf(chance, standingValue(standing), standings.map(standingValue)),
            because: standingFirst(check, standing),
          },
  };
});

const contraindication: Asking = {
  id: 'fact:contraindication',
  topic: 'safety',
  muscle: null,
  ask: (chance) => {
    const called = (is: Standing) => safetyChecks.filter((check) => standingOf(check) === is);
    const right = chance.one(called('contraindicated'));
    const value = ({ id }: SafetyCheck): Value => ({ kind: 'check', check: id });
    return {
      asked: { kind: 'contraindication' },
      // Others that a source calls something else: where none does, it is not known to be wrong.
      answer: choiceOf(chance, value(right), called('extra-caution').map(value)),
      because: standingFirst(right, 'contraindicated'),
    };
  },
};

const dilutions = products.map(
  ({ product, strength, diluentMl, evidence, sources }): Asking => ({
    id: `fact:diluent:${strength}`,
    topic: 'dilution',
    muscle: null,
    ask: () => ({
      asked: { kind: 'diluent', strength, product },
      answer: { kind: 'number', right: diluentMl, unit: 'mL' },
      because: [{ kind: 'diluent', strength, evidence, sources }],
    }),
  }),
);

const weeks = retreatment.days / 7;
const limit = (
  kind: 'retreatment' | 'cumulative' | 'reconstituted' | 'otherToxin',
  right: number,
  unit: 'weeks' | 'U' | 'hours' | 'months',
  { evidence, sources }: Pick<Because, 'evidence' | 'sources'>,
): Asking => ({
  id: `fact:${kind}`,
  topic: kind === 'reconstituted' ? 'dilution' : 'dates',
  muscle: null,
  ask: () => ({
    asked: { kind },
    answer: { kind: 'number', right, unit },
    because: [{ kind, evidence, sources }],
  }),
});

type Suggestion = { readonly tailoring: TailoringId; readonly situation: string; readonly caution: Caution };

/** "After a drooping brow: reduce the corrugator dose." as the situation and what is suggested in it. */
const suggestions: readonly Suggestion[] = tailorings.flatMap(({ id, because }) =>
  because.map((caution) => ({ tailoring: id, situation: caution.text.split(': ')[0] ?? '', caution })),
);
const isBrow = (id: TailoringId): boolean => id.startsWith('frontalis') || id.startsWith('corrugator');

/** The ids of the situations: they stay while the words may change. */
const situations: Readonly<Record<string, string>> = {
  'After a drooping brow or lid': 'drooped',
  'Low-set brow, heavy lids or loose lid skin': 'heavy-brow',
  'After a drooping brow': 'brow-dropped',
  'A small or long thin neck, earlier neck pain or a head carried forward': 'thin-neck',
};

/** Every situation that the table names; one without an id throws: it is a defect of this file. */
const cases = [...new Set(suggestions.map(({ situation }) => situation))].map((situation): Asking => {
  const id = situations[situation];
  if (id === undefined) throw new RangeError(`a situation without an id: ${situation}`);
  return {
    id: `fact:case:${id}`,
    topic: 'cases',
    muscle: null,
    ask: (chance) => {
      const suggested = suggestions.filter((one) => one.situation === situation);
      const right = chance.one(suggested);
      // What is suggested for a like situation may help here too: only what is about the other end of the head is wrong.
      const others = suggestions.filter(({ tailoring }) => isBrow(tailoring) !== isBrow(right.tailoring));
      const value = ({ tailoring }: Suggestion): Value => ({ kind: 'tailoring', tailoring });
      return {
        asked: { kind: 'case', situation },
        answer: choiceOf(chance, value(right), others.map(value)),
        because: [firstTechnique, ...suggested.map(({ caution }) => caution)].map(quoted),
      };
    },
  };
});

export const safetyFacts: readonly Asking[] = [
  contraindication,
  ...checks,
  ...dilutions,
  limit('reconstituted', reconstituted.withinHours, 'hours', reconstituted),
  limit('retreatment', weeks, 'weeks', retreatment),
  limit('cumulative', cumulativeDose.maximum.units, 'U', cumulativeDose.maximum),
  limit('otherToxin', otherToxin.months, 'months', otherToxin),
  ...cases,
];
