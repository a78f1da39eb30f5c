import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incident, offProtocol, voidEntry } from '../../../../src/ledger/event-commands';
import type { Vial } from '../../../../src/ledger/vial';
import { fixedSites } from '../../../../src/protocol/fixed-sites';
import { aliquot, ftpMuscles, sessionTotals } from '../../../../src/protocol/paradigm';
import type { safetyChecks } from '../../../../src/protocol/safety-checks';
import { cumulativeDose } from '../../../../src/protocol/safety-limits';
import { sources } from '../../../../src/protocol/sources';
import type { TailoringId } from '../../../../src/protocol/tailoring-names';
import type { MuscleId, SiteId } from '../../../../src/protocol/words';
import type { Session } from '../../../../src/record/session';
import { fieldsWithout } from '../../../../src/record/signed-version';
import { type Visit, visitOf } from '../../../../src/record/visit';
import {
  addElsewhere,
  answerCheck,
  override,
  recordDeviation,
  setIndication,
  withdrawConsent,
} from '../../../../src/record/visit-commands';
import { type CaseId, caseOf, type TrainingCase, trainingCases } from '../../../../src/state/training/cases';
import { debrief } from '../../../../src/state/training/debrief';
import type { Attempt } from '../../../../src/state/training/debrief-line';
import { type Choices, dayBefore, modelSession, stampAt } from '../../../support/model-session';
import { unwrap } from '../../../support/signing';

const endedAt = '2026-06-02T09:40:00+02:00';
const late = { at: '2026-06-02T09:39:00+02:00', by: 'T. Rainee' };
const early = { at: '2026-06-02T09:04:00+02:00', by: 'T. Rainee' };
const the = (id: CaseId): TrainingCase => {
  const found = caseOf(id);
  if (found === null) throw new Error(`no case ${id}`);
  return found;
};

const told = (attempt: Omit<Attempt, 'endedAt' | 'signed'> & { readonly signed?: boolean }) =>
  debrief({ signed: true, endedAt, ...attempt });
/** What is not right of a session, as `verdict id`. */
const wrong = (attempt: Parameters<typeof told>[0]): readonly string[] =>
  told(attempt)
    .lines.filter(({ verdict }) => verdict !== 'right')
    .map(({ verdict, id }) => `${verdict} ${id}`);
const wrongIn = (id: CaseId, choices: Choices = {}) =>
  wrong({ case: the(id), session: modelSession(the(id), choices) });
const changed = (id: CaseId, how: (session: Session) => Session) =>
  wrong({ case: the(id), session: how(modelSession(the(id))) });

describe('the cases', () => {
  it.each(trainingCases)('$id: the model session has nothing to be done otherwise', (of) => {
    expect(wrong({ case: of, session: modelSession(of) })).toEqual([]);
  });

  it('ask of the limit across sessions by a dose that leaves no room for any other', () => {
    const { elsewhere } = the('dose-elsewhere').model;
    expect(elsewhere?.units).toBe(cumulativeDose.maximum.units);
    expect(elsewhere?.daysAgo).toBeLessThan(cumulativeDose.window.underDays);
    expect(Number.isInteger(elsewhere?.units)).toBe(true);
  });

  it('expect extras only where the paradigm allows any', () => {
    for (const { muscle } of trainingCases.flatMap(({ model }) => model.extras)) expect(ftpMuscles).toContain(muscle);
  });
});

describe('a debrief', () => {
  it('names each fixed site without a dose under its muscle, whichever are left out of whatever case', () => {
    const treated = trainingCases.filter(({ model }) => model.outcome === 'treat');
    const some = fc.subarray(fixedSites.map(({ id }) => id));
    fc.assert(
      fc.property(fc.constantFrom(...treated), some, (of, chosen) => {
        const tailored = new Set(visitOf(modelSession(of)).deviations.flatMap(({ sites }) => sites));
        const leftOut = chosen.filter((site) => !tailored.has(site));
        const result = told({ case: of, session: modelSession(of, { leftOut }) });
        const missing = new Set(
          fixedSites.filter(({ id }) => leftOut.includes(id)).map(({ muscle }) => `sites-${muscle}`),
        );
        expect(new Set(result.lines.filter(({ verdict }) => verdict === 'missed').map(({ id }) => id))).toEqual(
          missing,
        );
        const sites = result.muscles.reduce((sum, one) => sum + one.sites, 0);
        expect(sites).toBe(sessionTotals.fixedSites - tailored.size - leftOut.length + of.model.extras.length);
        expect(result.muscles.reduce((sum, one) => sum + one.units, 0)).toBe(sites * aliquot.units);
      }),
      { numRuns: 30 },
    );
  });

  it('says of extras: right where it hurts or where none are given, wrong elsewhere where the story names the place, and another way where it names none', () => {
    const left = { muscle: 'trapezius', side: 'left' } as const;
    expect(wrongIn('follow-pain', { extras: [] })).toEqual([]);
    expect(wrongIn('follow-pain', { extras: [...the('follow-pain').model.extras, left] })).toEqual([
      'missed extras-elsewhere',
    ]);
    expect(wrongIn('standard', { extras: [left] })).toEqual(['differs extras-elsewhere']);
  });

  it('takes either choice of tailoring where it is on record, and misses it where it is not', () => {
    const untailored = (session: Session): Session => {
      const whole = modelSession({ ...the('heavy-brow'), model: { ...the('heavy-brow').model, tailoring: [] } });
      return { ...whole, visit: { ...visitOf(session), deviations: [] } };
    };
    expect(changed('heavy-brow', untailored)).toEqual(['missed tailoring']);
    const noted = (session: Session): Session => ({
      ...untailored(session),
      visit: answerCheck(
        visitOf(untailored(session)),
        { check: 'droop-or-weak-neck', answer: 'yes', note: 'kept to the paradigm: brows hold today' },
        early,
      ),
    });
    expect(changed('heavy-brow', noted)).toEqual([]);
    // Left out, and nobody says why.
    expect(
      changed('heavy-brow', (session) => ({ ...session, visit: { ...visitOf(session), deviations: [] } })),
    ).toEqual(['missed sites-frontalis', 'missed tailoring']);
  });

  it('takes a tailoring as the reason for what it says alone: to place higher moves, to reduce leaves some out, not the muscle', () => {
    const on = (id: CaseId, tailoring: TailoringId, sites: readonly SiteId[], leftOut: readonly SiteId[]) => {
      const of = the(id);
      const session = modelSession({ ...of, model: { ...of.model, tailoring: [] } }, { leftOut });
      const visit = unwrap(recordDeviation(visitOf(session), { tailoring, sites, reason: 'as examined' }, early));
      return wrong({ case: of, session: { ...session, visit } }).filter((line) => line.startsWith('missed'));
    };
    const of = (muscle: MuscleId) => fixedSites.filter((site) => site.muscle === muscle).map(({ id }) => id);
    const [frontalis, paraspinal] = [of('frontalis'), of('paraspinal')];
    expect(on('heavy-brow', 'frontalis-higher', frontalis, frontalis)).toEqual(['missed sites-frontalis']);
    expect(on('heavy-brow', 'frontalis-higher', frontalis, frontalis.slice(0, 1))).toEqual(['missed sites-frontalis']);
    expect(on('heavy-brow', 'frontalis-reduced', frontalis, frontalis.slice(0, 2))).toEqual([]);
    expect(on('heavy-brow', 'frontalis-reduced', frontalis, frontalis), 'the whole muscle').toEqual([
      'missed sites-frontalis',
    ]);
    expect(on('thin-neck', 'paraspinal-reduced', paraspinal, paraspinal), '"or left out"').toEqual([]);
  });

  it('tells first, wherever tailoring is judged, that the technique comes before a lower dose', () => {
    const lines = (id: CaseId, session: Session) => told({ case: the(id), session }).lines;
    const deviation = { tailoring: 'other', sites: ['trapezius-L-1'], reason: 'habit' } as const;
    const plain = modelSession(the('standard'));
    const other = { ...plain, visit: unwrap(recordDeviation(visitOf(plain), deviation, early)) };
    const judged = [
      ...(['heavy-brow', 'thin-neck'] as const).flatMap((id) => lines(id, modelSession(the(id)))),
      ...lines('standard', other),
    ].filter(({ id }) => id === 'tailoring' || id === 'tailoring-other');
    expect(judged.map(({ id }) => id)).toEqual(['tailoring', 'tailoring', 'tailoring-other']);
    for (const { why, id } of judged) {
      expect(why[0]?.text, id).toContain('first correct the technique');
      expect(why[0]?.cited, id).toEqual({ evidence: 'confirmed', sources: ['S3b'] });
    }
  });

  it('names a deviation that the story does not ask for, and one that was not done', () => {
    const deviation = { tailoring: 'trapezius-reduced', sites: ['trapezius-L-1'], reason: 'habit' } as const;
    const recorded = (session: Session): Session => ({
      ...session,
      visit: unwrap(recordDeviation(visitOf(session), deviation, early)),
    });
    expect(changed('standard', recorded)).toEqual(['differs tailoring-other']);
    expect(changed('thin-neck', recorded)).toEqual(['differs tailoring-as-planned']);
  });

  it.each([
    ['identity', (session: Session) => ({ ...session, visit: without(session, 'identified') }), ['missed identity']],
    ['consent', (session: Session) => ({ ...session, visit: without(session, 'consent') }), ['missed consent']],
    [
      'a consent that was withdrawn',
      (session: Session) => ({ ...session, visit: withdrawConsent(visitOf(session), early) }),
      ['missed consent'],
    ],
    [
      'the indication',
      (session: Session) => ({ ...session, visit: without(session, 'indication') }),
      ['missed indication'],
    ],
    [
      'another indication',
      (session: Session) => ({
        ...session,
        visit: unwrap(setIndication(visitOf(session), { id: 'other', text: 'x' })),
      }),
      ['differs indication'],
    ],
    [
      'checks that were not asked',
      (session: Session) => ({ ...session, visit: { ...visitOf(session), checks: [] } }),
      ['missed checks-unanswered'],
    ],
    [
      'a check left open',
      (session: Session) => answered(session, 'bleeding', 'left-open'),
      ['differs checks-left-open'],
    ],
    [
      'a check answered late',
      (session: Session) => ({
        ...session,
        visit: answerCheck(visitOf(session), { check: 'bleeding', answer: 'no' }, late),
      }),
      ['missed late-checks'],
    ],
    [
      'a dose elsewhere that nobody told of',
      (session: Session) => ({
        ...session,
        visit: unwrap(addElsewhere(visitOf(session), { units: 10, day: dayBefore(30) }, early)),
      }),
      ['differs elsewhere'],
    ],
    [
      'a vial without its lot',
      (session: Session) => ({ ...session, vials: session.vials.map((vial) => ({ ...vial, lot: '' })) }),
      ['missed vial-undescribed'],
    ],
    [
      'a vial of unknown age',
      (session: Session) => ({
        ...session,
        vials: session.vials.map((vial) => fieldsWithout(vial, ['reconstitutedAt']) as Vial),
      }),
      ['missed vial-age-unknown'],
    ],
  ] as const)('names what is wrong with %s, and nothing else', (_what, how, expected) => {
    expect(changed('standard', how)).toEqual(expected);
  });

  it('misses a check that the story answers with yes, however it was answered', () => {
    for (const answer of ['no', 'left-open'] as const)
      expect(changed('infection', (session) => answered(session, 'infection-at-site', answer))).toContain(
        'missed check-infection-at-site',
      );
    expect(changed('standard', (session) => answered(session, 'pregnancy-or-breastfeeding', 'yes'))).toEqual([
      'differs check-pregnancy-or-breastfeeding',
    ]);
  });

  it('where nothing is injected today, misses a needle, and a stop that is not on record', () => {
    expect(wrongIn('infection', { gives: true, stops: false })).toContain('missed outcome');
    expect(wrongIn('infection', { stops: false })).toEqual(['missed outcome']);
    expect(wrongIn('dose-elsewhere', { gives: true, stops: false })).toContain('missed outcome');
    expect(wrongIn('standard', { gives: false, stops: true })).toContain('missed stopped');
  });

  it('takes a dose beyond the limit as another way where its reason is on record up to what was given, but none that a source forbids', () => {
    const given = (id: CaseId, units: number) => {
      const session = modelSession(the(id), { gives: true, stops: false });
      const rule = { rule: 'cumulative-dose', units } as const;
      return told({
        case: the(id),
        session: { ...session, visit: unwrap(override(visitOf(session), rule, 'spasticity gone, asks for it', early)) },
      }).lines.find((line) => line.id === 'outcome');
    };
    const total = cumulativeDose.maximum.units + sessionTotals.fixedUnits;
    const reasoned = given('dose-elsewhere', total);
    expect(reasoned?.verdict).toBe('differs');
    expect(reasoned?.why.flatMap(({ cited }) => cited?.sources ?? [])).toEqual(cumulativeDose.maximum.sources);
    expect(given('dose-elsewhere', total - aliquot.units)?.verdict, 'not for so much').toBe('missed');
    expect(given('infection', total)?.verdict, 'a contraindication').toBe('missed');
  });

  it('misses a dose elsewhere that is not put down, or not as it was told', () => {
    const of = (units: number, days: number) => (session: Session) => ({
      ...session,
      visit: unwrap(addElsewhere({ ...visitOf(session), elsewhere: [] }, { units, day: dayBefore(days) }, early)),
    });
    const { units, daysAgo } = the('dose-elsewhere').model.elsewhere ?? { units: 0, daysAgo: 0 };
    expect(changed('dose-elsewhere', of(units, daysAgo))).toEqual([]);
    expect(changed('dose-elsewhere', of(units - 1, daysAgo))).toEqual(['missed elsewhere']);
    expect(changed('dose-elsewhere', of(units, daysAgo + 1))).toEqual(['missed elsewhere']);
    expect(
      changed('dose-elsewhere', (session) => ({ ...session, visit: { ...visitOf(session), elsewhere: [] } })),
    ).toEqual(['missed elsewhere']);
  });

  it('tells of what happened beside the plan, of drug that is not accounted for, and of rules that were set aside', () => {
    expect(wrongIn('standard', { discard: false })).toEqual(['missed vial-unbalanced']);
    const vial = modelSession(the('standard')).vials[0]?.id ?? '';
    const beside = (session: Session): Session => {
      const { vials } = session;
      const leak = { amount: 1, vial, what: 'leak', reason: 'dripped' } as const;
      const chewing = {
        amount: aliquot.units,
        vial,
        muscle: 'masseter',
        side: 'left',
        where: 'belly',
        reason: 'x',
      } as const;
      let doc = unwrap(incident(session, vials, leak, stampAt(22)));
      doc = unwrap(offProtocol(doc, vials, chewing, stampAt(23)));
      return { ...session, entries: doc.entries };
    };
    const open = modelSession(the('standard'), { discard: false });
    const events = wrong({ case: the('standard'), session: beside(open) });
    expect(events).toEqual(['differs incident', 'differs off-protocol', 'missed vial-unbalanced']);
    // What was taken back again is told of no more.
    const leaked = beside(open);
    const doc = unwrap(voidEntry(leaked, leaked.vials, { entry: 'e22-1', reason: 'slip' }, stampAt(24)));
    expect(wrong({ case: the('standard'), session: { ...leaked, entries: doc.entries } })).not.toContain(
      'differs incident',
    );
    const rule = { rule: 'vial-over-24h', vial } as const;
    expect(
      changed('standard', (session) => ({ ...session, visit: unwrap(override(visitOf(session), rule, 'why', early)) })),
    ).toEqual(['differs override-vial-over-24h']);
  });

  it('misses a signature, but where nothing was done it is no more than unusual', () => {
    const unsigned = (id: CaseId) => wrong({ case: the(id), session: modelSession(the(id)), signed: false });
    expect(unsigned('standard')).toEqual(['missed signature']);
    expect(unsigned('infection')).toEqual(['differs signature']);
  });

  it('says how long it took', () => {
    expect(told({ case: the('standard'), session: modelSession(the('standard')) }).tookMs).toBe(40 * 60_000);
  });

  it('gives with every line why: a source that is in the register, a grade that says there is none, or a convention', () => {
    const plain = trainingCases.map((of) => ({ case: of, session: modelSession(of) }));
    const empty = plain.map((one) => ({
      ...one,
      signed: false,
      session: { ...one.session, entries: modelSession(the('infection')).entries },
    }));
    const lines = [...plain, ...empty].flatMap((attempt) => told(attempt).lines);
    expect(lines.length).toBeGreaterThan(80);
    for (const { id, why } of lines) {
      expect(why.length, id).toBeGreaterThan(0);
      for (const { text, cited } of why) {
        expect(text, id).not.toBe('');
        if (cited === null) continue;
        for (const source of cited.sources) expect(sources[source], id).toBeDefined();
        if (cited.evidence === 'confirmed') expect(cited.sources.length, `${id}: ${text}`).toBeGreaterThan(0);
      }
    }
  });
});

/** A visit with one of its fields not recorded. */
const without = (session: Session, field: 'identified' | 'consent' | 'indication'): Visit =>
  fieldsWithout(visitOf(session), [field]) as Visit;

function answered(
  session: Session,
  check: (typeof safetyChecks)[number]['id'],
  answer: 'no' | 'yes' | 'left-open',
): Session {
  return { ...session, visit: answerCheck(visitOf(session), { check, answer }, early) };
}
