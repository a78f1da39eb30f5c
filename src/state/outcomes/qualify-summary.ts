import '../../messages/later';
import { t } from '../../messages/translate';
import type { Eligibility } from '../../outcomes/eligibility';
import type { PatientFile } from '../../outcomes/patient-file';
import { rules } from '../../outcomes/rules';
import type { Patient } from '../../record/patient';
import { noteDay } from '../note-dates';
import { headacheDayText, ruleName } from './course-response-text';
import {
  type CriterionLine,
  criterionLine,
  judgedText,
  monthText,
  preventivePeriod,
  startHint,
  stateText,
} from './qualify-text';
import { neverAsked, neverNamed, overuseRows, overuseSpans, overuseText } from './qualify-overuse-text';
import type { QualifyView } from './qualify-view';

/** What goes to the payer: one page, in words, with nothing in it that is not on the screen. */
export type PayerSummary = {
  readonly title: string;
  /** Who it is about, a name and its value each. */
  readonly who: readonly (readonly [name: string, value: string])[];
  readonly judged: string;
  readonly groups: readonly {
    readonly title: string;
    readonly state: string;
    readonly hint: string;
    readonly lines: readonly CriterionLine[];
  }[];
  readonly overuse: { readonly title: string; readonly lines: readonly string[] };
  /** Name, class, period, outcome and note. */
  readonly preventives: readonly (readonly [string, string, string, string, string])[];
  readonly history: readonly string[];
  readonly missing: readonly string[];
  readonly made: string;
};

export type SummaryInput = {
  readonly view: QualifyView;
  readonly file: Pick<PatientFile, 'history'>;
  readonly patient: Patient;
  /** Who makes it. */
  readonly by: string;
  readonly now: string;
  readonly version: string;
};

/** `now` is the day or moment of its making. Of the patient and the maker only what has a value is told. */
export function payerSummary({ view, file, patient, by, now, version }: SummaryInput): PayerSummary {
  const { eligibility, overuse, rule } = view;
  const groups = [
    {
      title: t('qualify.diagnosis'),
      state: stateText(eligibility.diagnosed),
      hint: t('qualify.diagnosisHint'),
      lines: eligibility.diagnosis.map(criterionLine),
    },
    ...(rule === null
      ? []
      : [
          {
            title: t('qualify.start', { rule: ruleName(rule) }),
            state: stateText(eligibility.mayStart),
            hint: `${headacheDayText(rules[rule].headacheDay)} ${startHint(rule)}`.trim(),
            lines: eligibility.start.map(criterionLine),
          },
        ]),
  ];
  const over = overuseText(overuse);
  return {
    title: t('qualify.summaryTitle'),
    who: [
      [t('qualify.who'), patient.label],
      [t('qualify.whoNumber'), patient.recordNumber ?? ''],
      [t('qualify.whoBorn'), patient.born ?? ''],
      [t('qualify.whoBy'), by],
    ].flatMap(([name = '', value = '']) => (value === '' ? [] : [[name, value] as const])),
    judged: judgedText(eligibility.judgedTo),
    groups,
    overuse: {
      title: over.title,
      lines: [
        t('qualify.overuseWindows', { spans: overuseSpans(overuse).join('; ') }),
        ...overuseRows(overuse).map((row) =>
          t('qualify.overuseLine', { name: row.name, limit: row.limit, counts: row.counts.join('; ') }),
        ),
        neverNamed(overuse),
        neverAsked(overuse),
        ...over.lines,
      ].filter((line) => line !== ''),
    },
    preventives: file.history.preventives.map((one) => [
      one.name,
      one.drugClass ?? '',
      preventivePeriod(one),
      t(`qualify.outcome.${one.outcome}`),
      one.note ?? '',
    ]),
    history: historyLines(file.history),
    missing: missingOf(eligibility, rule !== null),
    made: t('qualify.made', { day: noteDay(now), version }),
  };
}

function historyLines({ chronicSince, fiveAttacks, betterExplained, overuseManaged }: PatientFile['history']) {
  const answered = (question: 'fiveAttacks' | 'betterExplained' | 'overuseManaged', answer: 'yes' | 'no' | undefined) =>
    t('qualify.answered', {
      question: t(`qualify.ask.${question}`),
      answer: t(answer === undefined ? 'qualify.notAsked' : `qualify.${answer}`),
    });
  return [
    t('qualify.answered', {
      question: t('qualify.chronicSince'),
      answer: chronicSince === undefined ? t('qualify.notAsked') : monthText(chronicSince),
    }),
    answered('fiveAttacks', fiveAttacks),
    answered('betterExplained', betterExplained),
    answered('overuseManaged', overuseManaged),
  ];
}

/** What would have to be known, each said once. */
function missingOf({ diagnosis, start }: Eligibility, ruled: boolean): readonly string[] {
  const all = ruled ? [...diagnosis, ...start] : diagnosis;
  return [...new Set(all.flatMap((one) => criterionLine(one).missing))];
}
