import '../../messages/later';
import { t } from '../../messages/translate';
import type { HeadacheDay } from '../../outcomes/headache-day';
import { migraineDay } from '../../outcomes/migraine-day';
import type { Compared, MissingDays, Verdict } from '../../outcomes/response';
import type { RuleId } from '../../outcomes/rule-ids';
import type { StopRule } from '../../outcomes/rules';
import { sources } from '../../protocol/sources';
import { type Cited, retreatment } from '../../record/cited';
import { countText, spanText } from './course-figures';
import { perMonthText, reachedText } from './course-rows';

/** How a verdict is to be taken at a glance. */
export type Tone = 'good' | 'bad' | 'open';

export type Said = {
  readonly tone: Tone;
  readonly title: string;
  readonly lines: readonly string[];
  readonly from: string;
};

/** "NICE TA260". */
export const ruleName = (rule: RuleId): string => t(`ruleset.${rule}`);

/** Which days a rule counts as days with headache, as a sentence. */
export const headacheDayText = ({ hours }: HeadacheDay): string =>
  hours === 0 ? t('ruleset.anyHeadache') : t('ruleset.hoursOfHeadache', { hours });

/** "NICE TA260 …; … (confirmed)": where something was read and how well that supports it. */
export function citedText({ evidence, sources: from }: Cited): string {
  const titles = from.length === 0 ? t('ruleset.noSource') : from.map((id) => sources[id].title).join('; ');
  return evidence === 'confirmed'
    ? t('ruleset.source', { titles })
    : t('ruleset.sourceAwaiting', { titles, grade: t(`evidence.${evidence}`) });
}

/** A verdict in words: what it is, on which cycle, what is missing of it, and which source says so. */
export function verdictText(verdict: Verdict, rule: RuleId): Said {
  const name = ruleName(rule);
  switch (verdict.kind) {
    case 'no-rule':
      return { tone: 'open', title: t('response.noRule', { rule: name }), lines: [], from: '' };
    case 'not-treated':
      return { tone: 'open', title: t('response.notTreated'), lines: [], from: '' };
    case 'too-early': {
      const { ended, needed } = verdict;
      return {
        tone: 'open',
        title: t('response.tooEarly'),
        lines: [t('response.tooEarlyBy', { ended, needed, rule: name }), readingText(verdict.rule)],
        from: citedText(verdict.rule),
      };
    }
    case 'responds': {
      const { cycle, laterMisses, rule: stop } = verdict;
      return {
        tone: laterMisses.length === 0 ? 'good' : 'open',
        title: t('response.responds', { cycle }),
        lines: [
          t('response.respondsBy', { cycle, percent: stop.percent, rule: name }),
          ...agreeing(stop),
          ...laterText('response.laterMisses', laterMisses, stop),
          readingText(stop),
        ],
        from: citedText(stop),
      };
    }
    case 'does-not-respond': {
      const { cycle, mayTryAnother, laterReaches, rule: stop } = verdict;
      return {
        tone: laterReaches.length === 0 ? 'bad' : 'open',
        title: t('response.doesNotRespond', { cycle }),
        lines: [
          t('response.doesNotRespondBy', { cycle, percent: stop.percent }),
          ...agreeing(stop),
          ...laterText('response.laterReaches', laterReaches, stop),
          t(mayTryAnother ? 'response.mayTryAnother' : `response.then.${stop.follows}`, {
            rule: name,
            cycles: stop.latestAfter,
          }),
          ...(stop.weigh.length === 0
            ? []
            : [t('response.weigh', { what: stop.weigh.map((one) => t(`response.weigh.${one}`)).join(', ') })]),
          readingText(stop),
        ],
        from: citedText(stop),
      };
    }
    case 'cannot-say': {
      const { cycle, missing, noHeadacheBefore, compared, rule: stop } = verdict;
      return {
        tone: 'open',
        title: t('response.cannotSay'),
        lines: [
          ...(compared === null
            ? [t('response.cannotSayOf', { cycle, percent: stop.percent })]
            : comparedText(compared, { cycle, rule: name, percent: stop.percent })),
          ...(noHeadacheBefore ? [t('response.noHeadacheBefore')] : []),
          ...missing.map(missingText),
          readingText(stop),
        ],
        from: citedText(stop),
      };
    }
  }
}

/** Which days of a cycle are "a month" of it, as it was chosen here. */
const readingText = ({ reading }: StopRule): string =>
  t('response.reading', { weeks: retreatment.days / 7, from: citedText(reading) });

/** That the other comparison which the rule asks for says the same. */
const agreeing = ({ beforeAndAfter }: StopRule): readonly string[] => (beforeAndAfter ? [t('response.bothAgree')] : []);

const laterText = (
  message: 'response.laterMisses' | 'response.laterReaches',
  cycles: readonly number[],
  { percent }: StopRule,
): readonly string[] =>
  cycles.length === 0 ? [] : [t(message, { n: cycles.length, cycles: cycles.join(', '), percent })];

/** Both comparisons of a rule that asks for two, each with its figures and its own answer. */
function comparedText(
  { baseline, beforeAndAfter, was, is, before, after }: Compared,
  of: { readonly cycle: number; readonly rule: string; readonly percent: number },
): readonly string[] {
  return [
    t('response.comparedTwice', of),
    t('response.comparedBaseline', {
      ...of,
      was: countText(was),
      is: perMonthText(is),
      answer: reachedText(baseline),
    }),
    t('response.comparedAround', {
      ...of,
      before: countText(before),
      after: countText(after),
      answer: reachedText(beforeAndAfter),
    }),
    baseline === 'unknown' || beforeAndAfter === 'unknown' ? t('response.hangsOn') : t('response.disagree'),
  ];
}

/** What makes a headache migraine here, which is recalled and was not read: said wherever migraine days are counted. */
export const migraineText = (): string => t('course.migraineFrom', { from: citedText(migraineDay.features) });

/** "29 Sep to 26 Oct 2026: 4 days not recorded, 2 days of which the record does not say enough". */
export const missingText = ({ from, to, unrecorded, unclear }: MissingDays): string =>
  t('response.missing', {
    span: spanText({ from, to }),
    what: [
      ...(unrecorded > 0 ? [t('course.unrecorded', { n: unrecorded })] : []),
      ...(unclear > 0 ? [t('course.unclear', { n: unclear })] : []),
    ].join(', '),
  });
