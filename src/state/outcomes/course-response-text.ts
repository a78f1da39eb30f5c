import '../../messages/later';
import { t } from '../../messages/translate';
import type { HeadacheDay } from '../../outcomes/headache-day';
import type { MissingDays, Verdict } from '../../outcomes/response';
import type { RuleId } from '../../outcomes/rule-ids';
import { sources } from '../../protocol/sources';
import type { Cited } from '../../record/cited';
import { spanText } from './course-figures';

/** How a verdict is to be taken at a glance. */
export type Tone = 'good' | 'bad' | 'open';

export type Said = {
  readonly tone: Tone;
  readonly title: string;
  readonly lines: readonly string[];
  readonly from: string;
};

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
        lines: [t('response.tooEarlyBy', { ended, needed, rule: name })],
        from: citedText(verdict.rule),
      };
    }
    case 'responds': {
      const { cycle, rule: stop } = verdict;
      return {
        tone: 'good',
        title: t('response.responds', { cycle }),
        lines: [t('response.respondsBy', { cycle, percent: stop.percent, rule: name })],
        from: citedText(stop),
      };
    }
    case 'does-not-respond': {
      const { cycle, mayTryAnother, rule: stop } = verdict;
      return {
        tone: 'bad',
        title: t('response.doesNotRespond', { cycle }),
        lines: [
          t('response.doesNotRespondBy', { cycle, percent: stop.percent }),
          t(mayTryAnother ? 'response.mayTryAnother' : `response.then.${stop.follows}`, {
            rule: name,
            cycles: stop.latestAfter,
          }),
          ...(stop.weigh.length === 0
            ? []
            : [t('response.weigh', { what: stop.weigh.map((one) => t(`response.weigh.${one}`)).join(', ') })]),
        ],
        from: citedText(stop),
      };
    }
    case 'cannot-say': {
      const { cycle, missing, noHeadacheBefore, rule: stop } = verdict;
      return {
        tone: 'open',
        title: t('response.cannotSay'),
        lines: [
          t('response.cannotSayOf', { cycle, percent: stop.percent }),
          ...(noHeadacheBefore ? [t('response.noHeadacheBefore')] : []),
          ...missing.map(missingText),
        ],
        from: citedText(stop),
      };
    }
  }
}

/** "29 Sep to 26 Oct 2026: 4 days not recorded, 2 days of which the record does not say enough". */
export const missingText = ({ from, to, unrecorded, unclear }: MissingDays): string =>
  t('response.missing', {
    span: spanText({ from, to }),
    what: [
      ...(unrecorded > 0 ? [t('course.unrecorded', { n: unrecorded })] : []),
      ...(unclear > 0 ? [t('course.unclear', { n: unclear })] : []),
    ].join(', '),
  });
