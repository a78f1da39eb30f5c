import '../../messages/later';
import type { SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import { safetyCheckOf } from '../../protocol/safety-checks';
import type { Caution } from '../../protocol/site';
import { type TailoringId, tailoringNames } from '../../protocol/tailoring-names';
import { firstTechnique, type Tailoring, tailorings } from '../../protocol/tailoring';
import type { SiteId } from '../../protocol/words';
import { answerTo, type Deviation, visitOf } from '../../record/visit';
import { type Attempt, convention, type DebriefLine, fromCautions, line } from './debrief-line';

/** The recorded tailoring that sources suggest for this patient. */
const suggested = ({ case: { model }, session }: Attempt): readonly Deviation[] =>
  visitOf(session).deviations.filter(({ tailoring }) => model.tailoring.includes(tailoring));

/**
 * What a tailoring does to its sites, by what is said of it: to place higher moves and leaves nothing out; to reduce or to spare
 * leaves some sites of the muscle out; all of them only where "or left out" is said.
 */
const doneBy: Readonly<Record<TailoringId, 'moved' | 'some-left-out' | 'all-left-out' | 'nothing-named'>> = {
  'frontalis-higher': 'moved',
  'frontalis-lateral-spared': 'some-left-out',
  'frontalis-reduced': 'some-left-out',
  'corrugator-reduced': 'some-left-out',
  'paraspinal-higher': 'moved',
  'paraspinal-reduced': 'all-left-out',
  'trapezius-reduced': 'all-left-out',
  other: 'nothing-named',
};

/** The sites that have a reason on record to be without a dose, and to be moved: by a suggested tailoring that does that. */
export function excusedSites(
  attempt: Attempt,
  rows: readonly SiteRow[],
): { readonly leftOut: ReadonlySet<SiteId>; readonly moved: ReadonlySet<SiteId> } {
  const treated = new Set(rows.filter(({ ftp, state }) => !ftp && state === 'given').map(({ muscle }) => muscle));
  const isTreated = (site: SiteId): boolean => rows.some(({ id, muscle }) => id === site && treated.has(muscle));
  const by = (how: (typeof doneBy)[TailoringId]): readonly SiteId[] =>
    suggested(attempt).flatMap(({ tailoring, sites }) => (doneBy[tailoring] === how ? sites : []));
  return {
    leftOut: new Set([...by('all-left-out'), ...by('some-left-out').filter(isTreated)]),
    moved: new Set(by('moved')),
  };
}

/** No way of tailoring is confirmed: either choice is right, where it is on record. What is confirmed is told first. */
export function tailoringLines(attempt: Attempt, rows: readonly SiteRow[]): readonly DebriefLine[] {
  const { case: of, session } = attempt;
  const { deviations } = visitOf(session);
  const others = deviations.filter(({ tailoring }) => !of.model.tailoring.includes(tailoring));
  const fitting = suggested(attempt);
  const asPlanned = fitting.filter(({ sites }) => sites.every((site) => isAsPlanned(rows, site)));
  const names = (of: readonly Deviation[]) => ({
    names: [...new Set(of.map(({ tailoring }) => tailoringNames[tailoring]))].join(', '),
  });
  return [
    ...(of.model.tailoring.length === 0 ? [] : [choiceLine(attempt, fitting, names(fitting))]),
    ...(asPlanned.length === 0
      ? []
      : [
          line(
            'tailoring-as-planned',
            'differs',
            t('training.line.tailoredAsPlanned', names(asPlanned)),
            convention(t('training.rule.tailoredAsPlanned')),
          ),
        ]),
    ...(others.length === 0
      ? []
      : [
          line(
            'tailoring-other',
            'differs',
            t('training.line.otherTailoring', names(others)),
            fromCautions(because(others)),
            convention(t('training.rule.deviation')),
          ),
        ]),
  ];
}

function choiceLine(attempt: Attempt, fitting: readonly Deviation[], names: { readonly names: string }): DebriefLine {
  const { model } = attempt.case;
  const why = [
    fromCautions(because(model.tailoring.map((tailoring) => ({ tailoring })))),
    convention(t('training.rule.either')),
  ] as const;
  if (fitting.length > 0) return line('tailoring', 'right', t('training.line.tailored', names), ...why);
  if (keptOnRecord(attempt)) return line('tailoring', 'right', t('training.line.keptToPlan'), ...why);
  return line('tailoring', 'missed', t('training.line.noChoice'), ...why);
}

/** That the paradigm was kept to, and why, may stand beside the check that told of it, or in the note. */
function keptOnRecord({ case: { model }, session }: Attempt): boolean {
  const visit = visitOf(session);
  const noted = model.yes.some((check) => (answerTo(visit, safetyCheckOf(check).id)?.note ?? '') !== '');
  return noted || session.note.replace(t('training.note'), '').trim() !== '';
}

const because = (of: readonly Pick<Deviation, 'tailoring'>[]): readonly Caution[] => [
  firstTechnique,
  ...of
    .map(({ tailoring }) => tailorings.find(({ id }) => id === tailoring))
    .filter((one): one is Tailoring => one !== undefined)
    .flatMap((one) => one.because),
];

const isAsPlanned = (rows: readonly SiteRow[], site: SiteId): boolean => {
  const row = rows.find(({ id }) => id === site);
  return row?.state === 'given' && row.moved === undefined;
};
