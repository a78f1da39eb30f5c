import '../../messages/later';
import type { Given } from '../../learn/questions/check-answer';
import {
  type Answer,
  awaitsSignOff,
  type Asked,
  type Because,
  type PlanLine,
  type Question,
  type Value,
} from '../../learn/questions/question';
import { listed } from '../../messages/locale';
import { t } from '../../messages/translate';
import {
  aliquot,
  fixedSiteCount,
  ftpMuscles,
  muscleMaximum,
  muscleOf,
  muscles,
  needleSize,
  sessionTotals,
} from '../../protocol/paradigm';
import { products } from '../../protocol/products';
import { safetyCheckOf } from '../../protocol/safety-checks';
import { cumulativeDose, otherToxin, reconstituted, retreatment } from '../../protocol/safety-limits';
import { type SourceId, sources } from '../../protocol/sources';
import { tailoringNames } from '../../protocol/tailoring-names';
import type { MuscleId } from '../../protocol/words';
import { muscleName, sideName } from '../site-text';

const names = (ids: readonly MuscleId[]): string => listed(ids.map((id) => muscleName(id).toLowerCase()));
const daysAWeek = 7;

/** The question in words. */
export function askedText(asked: Asked): string {
  switch (asked.kind) {
    case 'sites':
    case 'units': {
      // Of a muscle in the midline no side is asked about.
      const { name, fixed } = muscleOf(asked.muscle);
      return t(`drill.ask.${asked.kind}`, { muscle: name, midline: fixed.midline });
    }
    case 'maximum':
    case 'extras':
    case 'next':
    case 'position':
    case 'way':
    case 'depth':
    case 'caution':
      return t(`drill.ask.${asked.kind}`, { muscle: muscleName(asked.muscle) });
    case 'check':
    case 'appCheck':
      return t(`drill.ask.${asked.kind}`, { name: safetyCheckOf(asked.check).name });
    case 'diluent':
      return t('drill.ask.diluent', { strength: asked.strength, product: asked.product });
    case 'case':
      return t('drill.ask.case', { situation: asked.situation });
    default:
      return t(`drill.ask.${asked.kind}`);
  }
}

/** A value that is offered, or right. */
export function valueText(value: Value): string {
  switch (value.kind) {
    case 'amount':
      return t(`drill.unit.${value.unit}`, { n: value.n });
    case 'muscle':
      return muscleName(value.muscle);
    case 'position':
      return t(`drill.position.${value.is}`);
    case 'way':
      return value.degrees === 'level' ? t('drill.way.level') : t('drill.way.degrees', { degrees: value.degrees });
    case 'check':
      return safetyCheckOf(value.check).name;
    case 'effect':
      return t(`drill.effect.${value.effect}`);
    case 'standing':
      return t(`drill.standing.${value.is}`);
    case 'tailoring':
      return tailoringNames[value.tailoring];
    case 'quoted':
      return value.text.slice(0, 1).toUpperCase() + value.text.slice(1);
  }
}

/** "Temporalis, left": whose line it is. */
export const lineName = ({ muscle, side }: PlanLine): string =>
  t('drill.line.name', { muscle: muscleName(muscle), side: sideName[side] });

/** "sites 1, 2, 3, 4", "1 extra", "5 U each". */
export const lineParts = ({ ordinals, extras, each }: PlanLine): readonly [string, string, string] => [
  ordinals.length === 1 ? t('drill.line.oneSite') : t('drill.line.sites', { sites: ordinals.join(', ') }),
  t('drill.line.extras', { n: extras }),
  t('drill.line.each', { units: each }),
];

/** The right answer in words, as it is told after another was given. */
export const answerText = ({ answer }: Question): string => {
  const line = solutionText(answer);
  return answer.kind === 'find-row' ? `${line}. ${t(`drill.mistake.${answer.mistake}`)}` : line;
};

function solutionText(answer: Answer): string {
  switch (answer.kind) {
    case 'choice':
    case 'find-row':
      return givenText(answer, { kind: answer.kind, at: answer.right });
    case 'several':
      return givenText(answer, { kind: 'several', at: answer.right });
    case 'number':
      return givenText(answer, { kind: 'number', n: answer.right });
    case 'order':
      return givenText(answer, { kind: 'order', order: answer.right });
  }
}

/** What was answered, in words. An answer of another kind than what was asked is a defect, and has none. */
export function givenText(answer: Answer, given: Given): string {
  const at = given.kind === 'several' ? given.at : 'at' in given ? [given.at] : [];
  switch (answer.kind) {
    case 'choice':
    case 'several':
      return listed(answer.options.filter((_, n) => at.includes(n)).map(valueText));
    case 'number':
      return given.kind === 'number' ? t(`drill.unit.${answer.unit}`, { n: given.n }) : '';
    case 'order':
      return given.kind === 'order'
        ? listed(given.order.flatMap((id) => answer.right.find((muscle) => muscle === id) ?? []).map(muscleName))
        : '';
    case 'find-row':
      return answer.lines
        .filter((_, n) => at.includes(n))
        .map(lineName)
        .join('');
  }
}

/**
 * The right answer, as it is told after one was given. Never as what is "right": in an app about left and right that is read as
 * a side, and of a mistake that is to be found it would call the wrong line right.
 */
export const toldAnswer = (question: Question): string =>
  t(question.answer.kind === 'find-row' ? 'drill.wrongLineIs' : 'drill.answerIs', { answer: answerText(question) });

/** A statement with what it rests on: its sources by title, and what it lacks to be a rule. */
export type ToldBecause = {
  readonly text: string;
  readonly sources: readonly { readonly id: SourceId; readonly title: string }[];
  /** "unconfirmed, awaiting clinical sign-off"; "weak source". */
  readonly grade: string;
  readonly awaits: boolean;
};

/** Throws a RangeError where it is about a strength that no product has: a defect. */
export const becauseTold = (because: Because): ToldBecause => {
  const awaits = awaitsSignOff(because);
  const grade = t(`evidence.${because.evidence}`);
  const lacks = [
    ...(because.sources.length === 0 ? [t('drill.noSource')] : []),
    ...(awaits ? [t('drill.signOff')] : []),
  ];
  return {
    text: becauseText(because),
    sources: because.sources.map((id) => ({ id, title: sources[id].title })),
    grade: [grade, ...lacks].join(', '),
    awaits,
  };
};

function becauseText(because: Because): string {
  switch (because.kind) {
    case 'quoted':
      return valueText(because);
    case 'dose': {
      const muscle = muscleOf(because.muscle);
      const sites = fixedSiteCount(muscle);
      const { extras } = muscle;
      const values = {
        sites,
        midline: muscle.fixed.midline,
        units: sites * muscle.unitsPerSite,
        extras,
        maximum: muscleMaximum(muscle),
      };
      return t('drill.because.dose', { muscle: muscle.name, ...values });
    }
    case 'position': {
      const { name, position } = muscleOf(because.muscle);
      return t('drill.because.position', { muscle: name, position: t(`drill.position.${position.is}`).toLowerCase() });
    }
    case 'effect':
      return t(`drill.because.effect.${because.effect}`);
    case 'totals':
      return t('drill.because.totals', {
        sites: sessionTotals.fixedSites,
        units: sessionTotals.fixedUnits,
        capSites: sessionTotals.capSites,
        capUnits: sessionTotals.capUnits,
      });
    case 'aliquot':
      return t('drill.because.aliquot', { units: aliquot.units, ml: aliquot.ml });
    case 'ftp':
      return t('drill.because.ftp', { muscles: names(ftpMuscles) });
    case 'order':
      return t('drill.because.order', { muscles: names(muscles.map(({ id }) => id)) });
    case 'needle': {
      const { gauge, lengthMm, longerInNeck } = needleSize;
      const values = { gauge, mm: lengthMm, longer: longerInNeck.lengthMm, when: longerInNeck.when };
      return t('drill.because.needle', values);
    }
    case 'retreatment':
      return t('drill.because.retreatment', { weeks: retreatment.days / daysAWeek });
    case 'cumulative':
      return t('drill.because.cumulative', { units: cumulativeDose.maximum.units });
    case 'reconstituted':
      return t('drill.because.reconstituted', { hours: reconstituted.withinHours });
    case 'otherToxin':
      return t('drill.because.otherToxin', { months: otherToxin.months });
    case 'diluent': {
      const found = products.find(({ strength }) => strength === because.strength);
      if (found === undefined) throw new RangeError(`no vial of ${because.strength}`);
      const { strength, product, diluentMl } = found;
      return t('drill.because.diluent', { strength, product, ml: diluentMl, aliquot: aliquot.ml });
    }
  }
}
