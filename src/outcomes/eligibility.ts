import { type Day, lastDayOf, monthsBefore } from '../record/calendar';
import type { Cited } from '../record/cited';
import { daysBefore } from '../record/days-after';
import { atLeast, type Count } from './count';
import { type Criterion, criterion, type JudgedTo, type Missing } from './criterion';
import { treatedBy } from './cycles';
import type { History, PreventiveOutcome } from './history';
import { anyHeadache } from './headache-day';
import { allOf, type Known } from './known';
import { overuseOf } from './overuse';
import { missingIn } from './response';
import { type DaysRule, type Rule, rules } from './rules';
import { type Recorded, type Window, windowsBack } from './windows';
import type { RuleId } from './rule-ids';

/** Chronic migraine by ICHD-3 1.3: days a month with headache (A), and of them with migraine (C), for more than so many months. */
const chronicMigraine: {
  readonly headacheDays: DaysRule;
  readonly migraineDays: DaysRule;
  readonly moreThanMonths: number;
} & Cited = {
  headacheDays: { atLeast: 15, evidence: 'confirmed', sources: ['S48'] },
  migraineDays: { atLeast: 8, evidence: 'confirmed', sources: ['S48'] },
  moreThanMonths: 3,
  evidence: 'confirmed',
  sources: ['S48'],
};

/** Windows that the diary must show: one for each month. */
const windowsNeeded = chronicMigraine.moreThanMonths;
/** One more makes it longer than the months of the criterion, which three windows (84 days) are not. */
const windowsOfMore = windowsNeeded + 1;

export type Eligibility = {
  readonly judgedTo: JudgedTo;
  /** 1.3 A to D. */
  readonly diagnosis: readonly Criterion[];
  readonly diagnosed: Criterion['state'];
  /** What the rule asks for a start; its days are those of its own definition, in the latest window. */
  readonly rule: RuleId;
  readonly start: readonly Criterion[];
  readonly mayStart: Criterion['state'];
};

export type EligibilityInput = {
  readonly recorded: Recorded;
  readonly history: History;
  readonly treatments: readonly Day[];
  readonly today: Day;
  readonly rule: RuleId;
  /**
   * Records that cannot be read, each of which may be an earlier treatment; null where not even their list could be. Above 0
   * nothing is said of days, for nobody knows which windows lie before treatment. 0 where it is not given.
   */
  readonly unread?: number | null;
};

/**
 * Whether the patient qualifies. Judged by the windows of 28 days that end the day before the first treatment, for treatment
 * is to change the days after it; without one, by those that end today. By ICHD-3, 1.3, and by what the rule asks for a
 * start; each criterion has its sources.
 */
export function eligibilityOf({
  recorded,
  history,
  treatments,
  today,
  rule,
  unread = 0,
}: EligibilityInput): Eligibility {
  const first = treatedBy(treatments, today)[0];
  const judgedTo: JudgedTo =
    first === undefined ? { day: today, why: 'today' } : { day: daysBefore(first, 1), why: 'first-treatment' };
  const withheld = (all: readonly Criterion[]): readonly Criterion[] =>
    unread === 0 ? all : all.map((one) => (ofDays(one, history) ? without(one, unread) : one));
  const diagnosis = withheld(ichdOf(recorded, history, judgedTo.day));
  const start = withheld(startOf(recorded, history, judgedTo.day, rules[rule]));
  return {
    judgedTo,
    diagnosis,
    diagnosed: together(diagnosis),
    rule,
    start,
    mayStart: together(start),
  };
}

/** Met where all are; not met as soon as one is not. */
function together(criteria: readonly Criterion[]): Criterion['state'] {
  if (criteria.some(({ state }) => state === 'not-met')) return 'not-met';
  return criteria.some(({ state }) => state === 'cannot-say') ? 'cannot-say' : 'met';
}

/** Whether it is read from days of the diary, and so hangs on which windows they are. */
const ofDays = ({ id, windows }: Criterion, { overuseManaged }: History): boolean =>
  windows.length > 0 || (id === 'overuse-managed' && overuseManaged === undefined);

const without = (one: Criterion, unread: number | null): Criterion => ({
  ...one,
  state: 'cannot-say',
  lasting: null,
  missing: [{ kind: 'records', n: unread }, ...one.missing],
});

function ichdOf(recorded: Recorded, history: History, last: Day): readonly Criterion[] {
  const windows = windowsBack(recorded, last, windowsOfMore, anyHeadache);
  const since = longSince(history, last);
  return [
    monthly('ichd-a', windows, ({ counts }) => counts.headache, chronicMigraine.headacheDays, since),
    criterion('ichd-b', history.fiveAttacks ?? 'unknown', chronicMigraine, {
      missing: [{ kind: 'history', field: 'fiveAttacks' }],
    }),
    monthly('ichd-c', windows, ({ counts }) => counts.migraine, chronicMigraine.migraineDays, since),
    criterion('ichd-d', turned(history.betterExplained), chronicMigraine, {
      missing: [{ kind: 'history', field: 'betterExplained' }],
    }),
  ];
}

/**
 * So many days a month for more than three months. The diary must show it in each of the last three windows. That it is longer
 * than the 84 days of those is shown by a fourth window, or known to the clinician (`chronicSince`), which is a word on
 * headache: of migraine days it is said that their longer time rests on that. Where the fourth window certainly has fewer
 * days, that word is contradicted, and nothing is said.
 */
function monthly(
  id: 'ichd-a' | 'ichd-c',
  windows: readonly Window[],
  count: (window: Window) => Count,
  rule: DaysRule,
  since: 'longer' | 'not-longer' | 'not-asked',
): Criterion {
  const answers = windows.map((window) => atLeast(count(window), rule.atLeast));
  const [fourth, ...three] = answers;
  const diary = fourth ?? 'unknown';
  const byHistory = since === 'longer';
  const contradicted = byHistory && diary === 'no';
  const longer: Known = contradicted ? 'unknown' : byHistory ? 'yes' : diary;
  const answer = allOf([longer, ...three]);
  // A fourth window is needed where the clinician does not know, and shown wherever there is anything in it to see.
  const shown = windows.filter((window, i) => i > 0 || !byHistory || count(window).recorded > 0);
  const missing: Missing[] = windows.flatMap((window, i): readonly Missing[] => {
    if (i === 0 && contradicted) return [{ kind: 'contradicted' as const, from: window.from, to: window.to }];
    if (answers[i] !== 'unknown' || (i === 0 && byHistory)) return [];
    return missingIn(window, count(window)).map((days) => ({ kind: 'days' as const, ...days }));
  });
  if (longer === 'unknown' && since === 'not-asked') missing.push({ kind: 'history', field: 'chronicSince' });
  return criterion(id, answer, rule, {
    atLeast: rule.atLeast,
    windows: shown.map(({ from, to, days, ...window }) => ({
      from,
      to,
      days,
      count: count({ from, to, days, ...window }),
    })),
    lasting: longer === 'yes' ? (diary === 'yes' ? 'diary' : historyOf[id]) : null,
    missing,
  });
}

const historyOf = { 'ichd-a': 'history', 'ichd-c': 'headache-history' } as const;

/** Whether it has been chronic for more than the months of the criterion, as the clinician knows it. A month counts from its last day. */
function longSince({ chronicSince }: History, last: Day): 'longer' | 'not-longer' | 'not-asked' {
  const since = chronicSince === undefined ? null : lastDayOf(chronicSince);
  if (since === null) return 'not-asked';
  return since < monthsBefore(last, chronicMigraine.moreThanMonths) ? 'longer' : 'not-longer';
}

function startOf(recorded: Recorded, history: History, last: Day, { start, headacheDay }: Rule): readonly Criterion[] {
  const windows = windowsBack(recorded, last, 1, headacheDay);
  const criteria = [inMonth('headache-days', windows, ({ counts }) => counts.headache, start.headacheDays)];
  if (start.migraineDays !== null)
    criteria.push(inMonth('migraine-days', windows, ({ counts }) => counts.migraine, start.migraineDays));
  if (start.preventives !== null) {
    const tried = history.preventives.filter(({ outcome }) => countsAsTried[outcome]).length;
    criteria.push(
      criterion('preventives', enough(tried, start.preventives.atLeast, history), start.preventives, {
        atLeast: start.preventives.atLeast,
        preventives: { counted: tried, of: history.preventives.length },
        missing: [{ kind: 'preventives' }],
      }),
    );
  }
  if (start.overuseManaged !== null) criteria.push(overuseCriterion(recorded, history, last, start.overuseManaged));
  return criteria;
}

function inMonth(
  id: 'headache-days' | 'migraine-days',
  windows: readonly Window[],
  count: (window: Window) => Count,
  rule: DaysRule,
): Criterion {
  return criterion(id, allOf(windows.map((window) => atLeast(count(window), rule.atLeast))), rule, {
    atLeast: rule.atLeast,
    windows: windows.map((window) => ({ from: window.from, to: window.to, days: window.days, count: count(window) })),
    missing: windows.flatMap((window) =>
      missingIn(window, count(window)).map((days) => ({ kind: 'days' as const, ...days })),
    ),
  });
}

/** Outcomes that count as a preventive that did not do: without effect, not tolerated, or out of the question. */
const countsAsTried: Readonly<Record<PreventiveOutcome, boolean>> = {
  failed: true,
  'not-tolerated': true,
  unsuitable: true,
  helped: false,
  ongoing: false,
};

/** With none written down nobody can say whether there were none. */
function enough(tried: number, needed: number, { preventives }: History): Known {
  if (tried >= needed) return 'yes';
  return preventives.length === 0 ? 'unknown' : 'no';
}

/** Dealt with, as the clinician says; without a word of that, where the diary shows that there was none to deal with. */
function overuseCriterion(recorded: Recorded, { overuseManaged }: History, last: Day, rule: Cited): Criterion {
  const overuse = overuseOf(recorded, last);
  const answer: Known = overuseManaged ?? (overuse.lately === 'no' ? 'yes' : 'unknown');
  return criterion('overuse-managed', answer, rule, { missing: [{ kind: 'history', field: 'overuseManaged' }] });
}

const turned = (answer: 'yes' | 'no' | undefined): Known => {
  if (answer === undefined) return 'unknown';
  return answer === 'yes' ? 'no' : 'yes';
};
