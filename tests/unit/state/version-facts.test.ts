import { describe, expect, it } from 'vitest';
import { give, giveMany, voidSite } from '../../../src/ledger/commands';
import { incident } from '../../../src/ledger/event-commands';
import { aliquot } from '../../../src/protocol/paradigm';
import type { Session } from '../../../src/record/session';
import { contentOf } from '../../../src/record/signed-version';
import { emptyVisit } from '../../../src/record/visit';
import {
  addElsewhere,
  addOtherToxin,
  answerCheck,
  override,
  withdrawConsent,
} from '../../../src/record/visit-commands';
import { versionFacts } from '../../../src/state/version-facts';
import { completeSession } from '../../support/complete-session';
import { planned, sampleVial } from '../../support/sample-sessions';
import { beforeNeedle, done, readyVisit } from '../../support/sample-visits';
import { unwrap } from '../../support/signing';

const facts = (session: Session) =>
  Object.fromEntries(versionFacts(contentOf(session)).map(({ name, text }) => [name, text]));

describe('a version in full', () => {
  it('says who, what was asked and agreed, and where every unit of the vial went', () => {
    const patient = { id: 'p', label: 'K. Sample', born: '1979', recordNumber: 'T-107' };
    expect(facts(completeSession({ patient, note: 'Well afterwards.' }))).toMatchObject({
      Patient: 'K. Sample; born 1979; record number T-107',
      Indication: 'Chronic migraine',
      'Identified by': 'Name; Birth date; 2026-05-25 08:50, by Dr A. Example',
      Consent: 'given; 2026-05-25 08:50, by Dr A. Example',
      'Safety checks, no': expect.stringMatching(/^Hypersensitivity; .*New neurological symptoms$/) as unknown,
      Doses: expect.stringMatching(/^155 U at 31 sites: .*Trapezius 30 U$/) as unknown,
      Vials: expect.stringMatching(
        /^1: onabotulinumtoxinA 200 U, lot C1234, expiry 2027-08, .*155 U drawn, 45 U discarded$/,
      ) as unknown,
      Note: 'Well afterwards.',
    });
  });

  it('says what was not as usual, with the reason or note of each', () => {
    const open = answerCheck(readyVisit(), { check: 'bleeding', answer: 'left-open', note: 'asks GP' }, beforeNeedle);
    const told = done(addElsewhere(open, { units: 40, day: '2026-05-01', note: 'hand' }, beforeNeedle));
    const toxin = done(addOtherToxin(told, { product: 'abobotulinumtoxinA', when: '2026-03' }, beforeNeedle));
    const aside = done(
      override(toxin, { rule: 'vial-over-24h', vial: sampleVial.id }, 'cold chain kept', beforeNeedle),
    );
    const visit = withdrawConsent(aside, beforeNeedle, 'felt faint');
    expect(facts(completeSession({ visit }))).toMatchObject({
      'Safety checks, left open': 'Anticoagulants or bleeding tendency (asks GP)',
      'The same drug elsewhere': '40 U on 2026-05-01 (hand)',
      'Other toxins': 'abobotulinumtoxinA, 2026-03',
      'Rules set aside': 'Vial 1 older than 24 hours. Reason: cold chain kept',
      Consent: expect.stringMatching(
        /^declined or withdrawn \(felt faint\); given before at 2026-05-25 08:50/,
      ) as unknown,
    });
  });

  it('keeps an incident apart from the doses of the paradigm', () => {
    const stamp = { step: 's', at: '2026-03-02T09:20:00+01:00', by: '', newId: () => 'e-i' };
    const doc = { entries: planned, undone: [] };
    const asked = { what: 'extra-dose', amount: 5, vial: sampleVial.id, reason: 'slip' } as const;
    const { entries } = unwrap(incident(doc, [sampleVial], asked, stamp));
    expect(facts(completeSession({ entries })).Doses).toBe(
      '0 U at 0 sites; 5 U in incidents; 5 U into the patient in all',
    );
  });

  it('misses in words what a record has to have', () => {
    expect(facts(completeSession({ visit: emptyVisit }))).toMatchObject({
      Consent: 'not recorded',
      'Identified by': 'not recorded',
      Indication: 'not recorded',
    });
  });

  it('counts as confirmed at once what stands, and not what was taken back', () => {
    const vials = [sampleVial];
    const stamp = (step: string) => {
      let made = 0;
      const newId = (): string => {
        made += 1;
        return `${step}-${String(made)}`;
      };
      return { step, at: '2026-03-02T09:20:00+01:00', by: '', newId };
    };
    const begun = { entries: planned, undone: [] };
    const dose = { vial: sampleVial.id, amount: aliquot.units };
    let doc = unwrap(giveMany(begun, vials, { muscle: 'temporalis', ...dose }, stamp('a')));
    doc = unwrap(voidSite(doc, vials, { site: 'temporalis-L-1', reason: 'x' }, stamp('b')));
    doc = unwrap(voidSite(doc, vials, { site: 'temporalis-L-2', reason: 'x' }, stamp('c')));
    // Given again by itself.
    doc = unwrap(give(doc, vials, { site: 'temporalis-L-2', ...dose }, stamp('d')));
    expect(facts(completeSession({ entries: doc.entries, vials }))['Doses']).toMatch(
      /^35 U at 7 sites: .*; 6 doses confirmed by muscle or side at once/,
    );
  });

  it('adds up units of two products only where it says so', () => {
    const session = completeSession();
    const [vial] = session.vials;
    if (vial === undefined) throw new Error('no vial');
    const other = { ...vial, id: 'other', product: 'Dysport' };
    const entries = session.entries.map((entry) =>
      entry.kind === 'give' && entry.site === 'procerus-M' ? { ...entry, vial: 'other' } : entry,
    );
    const mixed = /Drug of several products was drawn: onabotulinumtoxinA 150 U, Dysport 5 U\./;
    expect(facts(completeSession({ entries, vials: [vial, other] }))['Doses']).toMatch(mixed);
    expect(facts(completeSession({ entries, vials: [vial, { ...other, product: 'Botox' }] }))['Doses']).not.toMatch(
      /several/,
    );
  });
});
