import '../../messages/later';
import { t } from '../../messages/translate';
import type { Criterion, JudgedTo, Missing } from '../../outcomes/criterion';
import type { Preventive } from '../../outcomes/history';
import type { RuleId } from '../../outcomes/rule-ids';
import { rules } from '../../outcomes/rules';
import { isDay } from '../../record/calendar';
import { noteDay } from '../note-dates';
import { countText, spanText } from './course-figures';
import { citedText, migraineText, missingText, ruleName } from './course-response-text';
import { recordsText } from './course-sessions';

/** A criterion in words. */
export type CriterionLine = {
  readonly id: Criterion['id'];
  readonly state: Criterion['state'];
  readonly stateText: string;
  readonly name: string;
  /** What was found for it, one line each. */
  readonly found: readonly string[];
  /** What keeps it from being judged. */
  readonly missing: readonly string[];
  readonly from: string;
};

/** "Met", "Not met", "Cannot say". */
export const stateText = (state: Criterion['state']): string => t(`qualify.state.${state}`);

/** Its sources stand in `from`; of one that counts migraine days, those of what makes a headache migraine as well. */
export function criterionLine(criterion: Criterion): CriterionLine {
  const { id, state, atLeast, windows, preventives, lasting } = criterion;
  return {
    id,
    state,
    stateText: stateText(state),
    name: t(`qualify.criterion.${id}`, { atLeast: atLeast ?? 0 }),
    found: [
      ...windows.map(({ from, to, count }) =>
        t('qualify.found', { span: spanText({ from, to }), count: countText(count) }),
      ),
      ...(preventives === null ? [] : [t('qualify.foundPreventives', { n: preventives.counted, of: preventives.of })]),
      ...(lasting === null ? [] : [t(`qualify.lasting.${lasting}`)]),
    ],
    missing: criterion.missing.map(missingLine),
    from: ofMigraine.has(id) ? `${citedText(criterion)} ${migraineText()}` : citedText(criterion),
  };
}

/** Criteria that count days with migraine. */
const ofMigraine: ReadonlySet<Criterion['id']> = new Set(['ichd-c', 'migraine-days']);

function missingLine(missing: Missing): string {
  switch (missing.kind) {
    case 'days':
      return missingText(missing);
    case 'history':
      return t(`qualify.missing.${missing.field}`);
    case 'preventives':
      return t('qualify.missing.preventives');
    case 'contradicted':
      return t('qualify.missing.contradicted', { span: spanText(missing) });
    case 'records':
      return recordsText(missing.n);
  }
}

/** What a choice made here leaves unsaid of a rule: how many preventives, where it gives a range. Empty where there is none. */
export function startHint(rule: RuleId): string {
  const { preventives } = rules[rule].start;
  if (preventives === null || preventives.upTo === preventives.atLeast) return '';
  return t('qualify.upTo', { rule: ruleName(rule), least: preventives.atLeast, most: preventives.upTo });
}

/** Up to which day it was judged, and why that one. */
export const judgedText = ({ day, why }: JudgedTo): string => t(`qualify.judged.${why}`, { day: noteDay(day) });

/** "May 2024", or the day. */
export function monthText(monthOrDay: string): string {
  // The words of a day are those of its month with the day before them.
  return isDay(monthOrDay) ? noteDay(monthOrDay) : noteDay(`${monthOrDay}-01`).replace(/^1 /, '');
}

/** "May 2024 to Aug 2024", as far as it is known. */
export function preventivePeriod({ from, to }: Pick<Preventive, 'from' | 'to'>): string {
  if (from !== undefined && to !== undefined) return t('course.span', { from: monthText(from), to: monthText(to) });
  if (from !== undefined) return t('qualify.since', { from: monthText(from) });
  return to === undefined ? '' : t('qualify.until', { to: monthText(to) });
}
