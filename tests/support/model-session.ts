import { giveMany, opening, planExtra, skip } from '../../src/ledger/commands';
import type { LedgerDoc, Stamp } from '../../src/ledger/doc';
import { stop, waste } from '../../src/ledger/event-commands';
import { fold } from '../../src/ledger/fold';
import { fixedSites } from '../../src/protocol/fixed-sites';
import { aliquot, muscles } from '../../src/protocol/paradigm';
import { safetyChecks } from '../../src/protocol/safety-checks';
import type { MuscleId, SiteId } from '../../src/protocol/words';
import { openSession, type Session } from '../../src/record/session';
import { emptyVisit, type Visit } from '../../src/record/visit';
import {
  addElsewhere,
  answerCheck,
  confirmIdentifiers,
  giveConsent,
  recordDeviation,
  setIndication,
  type VisitStamp,
} from '../../src/record/visit-commands';
import type { ModelAnswer, TrainingCase } from '../../src/state/training/cases';
import { sampleAnchor, sampleHead, sampleSession, sampleVial } from './sample-sessions';
import { unwrap } from './signing';

const startedAt = '2026-06-02T09:00:00+02:00';
const asked: VisitStamp = { at: '2026-06-02T09:05:00+02:00', by: 'T. Rainee' };
const vials = [{ ...sampleVial, lot: 'TRAINING', expiry: '2027-08', reconstitutedAt: '2026-06-02T09:06:00+02:00' }];
const vial = sampleVial.id;

/** The day so many days before the session. */
export const dayBefore = (days: number): string =>
  new Date(Date.parse('2026-06-02T00:00:00Z') - days * 86_400_000).toISOString().slice(0, 10);

export function stampAt(n: number): Stamp {
  let made = 0;
  return {
    step: `s${String(n)}`,
    at: `2026-06-02T09:${String(10 + n).padStart(2, '0')}:00+02:00`,
    by: asked.by,
    newId: () => {
      made += 1;
      return `e${String(n)}-${String(made)}`;
    },
  };
}

/** What a trainee asks and puts down who gets everything right. */
function modelVisit(model: ModelAnswer, tailored: readonly SiteId[]): Visit {
  let visit = unwrap(setIndication(emptyVisit, { id: 'chronic-migraine' }));
  visit = giveConsent(unwrap(confirmIdentifiers(visit, ['name', 'birth-date'], asked)), asked);
  for (const { id } of safetyChecks)
    visit = answerCheck(visit, { check: id, answer: model.yes.includes(id) ? 'yes' : 'no' }, asked);
  if (model.elsewhere !== null) {
    const { units, daysAgo } = model.elsewhere;
    visit = unwrap(addElsewhere(visit, { units, day: dayBefore(daysAgo) }, asked));
  }
  const tailoring = model.tailoring.find((id) => id === 'frontalis-lateral-spared' || id === 'paraspinal-reduced');
  if (tailoring !== undefined)
    visit = unwrap(recordDeviation(visit, { tailoring, sites: tailored, reason: 'as examined' }, asked));
  return visit;
}

/** The sites that the model session leaves out: the outer frontalis, or the paraspinals. */
const tailoredIn = ({ tailoring }: ModelAnswer): readonly SiteId[] =>
  tailoring.length === 0
    ? []
    : tailoring.includes('paraspinal-reduced')
      ? ['paraspinal-L-1', 'paraspinal-R-1']
      : ['frontalis-L-2', 'frontalis-R-2'];

export type Choices = {
  /** Sites that are left out without a word in the visit. */
  readonly leftOut?: readonly SiteId[];
  readonly extras?: ModelAnswer['extras'];
  readonly discard?: boolean;
  readonly stops?: boolean;
  readonly gives?: boolean;
};

/** The session of a trainee who does all that the model answer says, or, by `choices`, something else. */
export function modelSession({ model }: TrainingCase, choices: Choices = {}): Session {
  const stops = choices.stops ?? model.outcome === 'stop';
  const gives = choices.gives ?? model.outcome === 'treat';
  const tailored = tailoredIn(model);
  const anchors = new Map(fixedSites.map((site) => [site.id, sampleAnchor(site.muscle, site.side, site.order)]));
  let doc: LedgerDoc = unwrap(opening((site) => anchors.get(site), stampAt(0)));
  const extras = choices.extras ?? model.extras;
  for (const [n, { muscle, side }] of extras.entries()) {
    const where = { muscle, side, anchor: sampleAnchor(muscle, side, 90 + n), amount: aliquot.units };
    doc = unwrap(planExtra(doc, vials, where, stampAt(1)));
  }
  for (const site of [...tailored, ...(choices.leftOut ?? [])])
    doc = unwrap(skip(doc, vials, { site, reason: 'left out' }, stampAt(2)));
  if (gives)
    doc = givenIn(
      doc,
      muscles.map(({ id }) => id),
    );
  if (stops) doc = unwrap(stop(doc, vials, { reason: 'not today' }, stampAt(20)));
  const left = fold(doc.entries, vials).totals.byVial.get(vial)?.left ?? 0;
  if (gives && choices.discard !== false) doc = unwrap(waste(doc, vials, { amount: left, vial }, stampAt(21)));
  return {
    ...openSession({
      ...sampleSession(),
      startedAt,
      head: sampleHead,
      // Where nothing is given, none is made up.
      vials: gives ? vials : [sampleVial],
      entries: doc.entries,
      note: '',
    }),
    visit: modelVisit(model, tailored),
  };
}

function givenIn(doc: LedgerDoc, of: readonly MuscleId[]): LedgerDoc {
  return of.reduce((so, muscle, n) => {
    const given = giveMany(so, vials, { muscle, vial, amount: aliquot.units }, stampAt(3 + n));
    // A muscle of which everything is left out.
    return given.ok ? given.value : so;
  }, doc);
}
