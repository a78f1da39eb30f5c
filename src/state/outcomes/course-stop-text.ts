import '../../messages/later';
import { t } from '../../messages/translate';
import type { PositiveStop } from '../../outcomes/positive-stop';
import type { RuleId } from '../../outcomes/rule-ids';
import { boundsText, spanText } from './course-figures';
import { citedText, missingText, ruleName, type Said } from './course-response-text';

/** Whether treatment is ended because it worked, as the rule states it; null where the rule states nothing. */
export function positiveStopText(stop: PositiveStop, rule: RuleId): Said | null {
  switch (stop.kind) {
    case 'no-rule':
    case 'not-treated':
      return null;
    case 'too-early':
      return {
        tone: 'open',
        title: t('response.positive.too-early'),
        lines: [asked(stop, rule), t('response.positive.tooEarlyBy', { days: stop.days, needed: stop.needed })],
        from: citedText(stop.rule),
      };
    case 'not-under-treatment':
      return {
        tone: 'open',
        title: t('response.positive.not-under-treatment'),
        lines: [
          asked(stop, rule),
          t('response.positive.without', { span: spanText(stop.without), days: stop.mostDays }),
        ],
        from: citedText(stop.rule),
      };
    case 'reached':
    case 'not-reached':
    case 'cannot-say': {
      const { recheck } = stop.rule;
      return {
        tone: stop.kind === 'reached' ? 'good' : 'open',
        title: t(`response.positive.${stop.kind}`),
        lines: [
          asked(stop, rule),
          t('response.positive.found', {
            counts: stop.windows.map(({ counts }) => monthText(counts.headache)).join(', '),
          }),
          ...stop.missing.map(missingText),
          ...(stop.kind !== 'reached'
            ? []
            : [recheck === null ? t('response.positive.stop') : t('response.positive.recheck', recheck)]),
        ],
        from: citedText(stop.rule),
      };
    }
  }
}

const asked = ({ rule }: Extract<PositiveStop, { readonly rule: unknown }>, id: RuleId): string =>
  t('response.positive.asked', { rule: ruleName(id), days: rule.fewerThan, months: rule.months });

const monthText = (count: { readonly low: number; readonly high: number; readonly recorded: number }): string =>
  count.recorded === 0 ? t('course.notRecorded') : boundsText(count);
