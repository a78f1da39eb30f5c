import '../../messages/later';
import { t } from '../../messages/translate';
import { type DueGroup, type DuePatient, openChecks } from '../../outcomes/due-list';
import { type Due, slump } from '../../outcomes/schedule';
import { occasionText } from './effect-text';

/** "in 5 days: may be booked", "3 days overdue". */
export function stateText({ state, inDays, overdueBy }: Due): string {
  switch (state) {
    case 'waiting':
      return t('due.waiting', { days: inDays });
    case 'early':
      return t('due.early', { days: inDays });
    case 'due':
      return t('due.today');
    case 'overdue':
      return t('due.overdue', { days: overdueBy });
  }
}

/** The state with the week it is in, and what was planned: "3 days overdue, week 13, planned: 12 weeks". */
export const stateLine = (due: Due): string =>
  [
    stateText(due),
    due.slump ? t('due.slump', { weeks: slump.weeks }) : t('due.weekOf', { week: due.week }),
    ...(due.plan === null ? [] : [t('due.planned', { weeks: due.plan.weeks })]),
  ].join(', ');

/** "Overdue", "Over 14 weeks". */
export const groupText = (group: DueGroup | 'all'): string => t(`due.group.${group}`, { weeks: slump.weeks });

/** The checks that have come and were not made; empty for none. `day` writes a day as the screen does. */
export const checksText = (one: DuePatient, day: (day: string) => string): string =>
  openChecks(one)
    .map((check) => t('due.check', { occasion: occasionText(check.id), day: day(check.day) }))
    .join(', ');
