import { describe, expect, it } from 'vitest';
import { safetyChecks } from '../../../src/protocol/safety-checks';
import { inSchemaOrder } from '../../../src/record/field-order';
import { parseWith } from '../../../src/record/schema';
import { answerTo, emptyVisit, type Visit } from '../../../src/record/visit';
import {
  addElsewhere,
  addOtherToxin,
  answerCheck,
  confirmIdentifiers,
  giveConsent,
  override,
  recordDeviation,
  remove,
  reviewUnchanged,
  setIndication,
  withdrawConsent,
} from '../../../src/record/visit-commands';
import { visitSchema } from '../../../src/record/visit-schema';
import { allClear, beforeNeedle, done, readyVisit } from '../../support/sample-visits';

const stamp = beforeNeedle;
const refused = (error: unknown) => ({ ok: false, error });

describe('a new visit', () => {
  it('answers nothing and confirms nothing: nothing is prefilled', () => {
    expect(safetyChecks.map(({ id }) => answerTo(emptyVisit, id))).toEqual(safetyChecks.map(() => null));
    expect(emptyVisit).not.toHaveProperty('consent');
    expect(emptyVisit).not.toHaveProperty('identified');
    expect(emptyVisit).not.toHaveProperty('indication');
  });
});

describe('a safety check', () => {
  it('holds who answered it, when, and the note without its blanks', () => {
    const visit = answerCheck(emptyVisit, { check: 'bleeding', answer: 'yes', note: ' apixaban ' }, stamp);
    expect(visit.checks).toEqual([{ check: 'bleeding', answer: 'yes', note: 'apixaban', ...stamp }]);
  });

  it('can knowingly be left open, which is an answer', () => {
    const visit = answerCheck(emptyVisit, { check: 'facial-surgery', answer: 'left-open' }, stamp);
    expect(answerTo(visit, 'facial-surgery')?.answer).toBe('left-open');
  });

  it('takes a later answer in place of an earlier one, in the order in which the checks are asked', () => {
    const first = answerCheck(emptyVisit, { check: 'bleeding', answer: 'no' }, stamp);
    const second = answerCheck(first, { check: 'hypersensitivity', answer: 'no' }, stamp);
    const third = answerCheck(second, { check: 'bleeding', answer: 'yes' }, stamp);
    expect(third.checks.map(({ check, answer }) => [check, answer])).toEqual([
      ['hypersensitivity', 'no'],
      ['bleeding', 'yes'],
    ]);
  });
});

describe('"reviewed, unchanged"', () => {
  const last = answerCheck(
    allClear(),
    { check: 'bleeding', answer: 'yes', note: 'apixaban' },
    {
      at: '2026-03-02T08:50:00+01:00',
      by: 'Dr B. Example',
    },
  );

  it('takes over every answer in one press, as of now, and says from which session', () => {
    const visit = done(reviewUnchanged(emptyVisit, { session: 'march', visit: last }, stamp));
    expect(visit.checks).toHaveLength(safetyChecks.length);
    expect(answerTo(visit, 'bleeding')).toEqual({
      check: 'bleeding',
      answer: 'yes',
      note: 'apixaban',
      ...stamp,
      reviewedFrom: 'march',
    });
  });

  it('leaves alone what this visit has answered', () => {
    const asked = answerCheck(emptyVisit, { check: 'bleeding', answer: 'no' }, stamp);
    const visit = done(reviewUnchanged(asked, { session: 'march', visit: last }, stamp));
    expect(answerTo(visit, 'bleeding')).toEqual({ check: 'bleeding', answer: 'no', ...stamp });
  });

  it('asks again what was left open last time', () => {
    const open = answerCheck(last, { check: 'infection-at-site', answer: 'left-open' }, stamp);
    const visit = done(reviewUnchanged(emptyVisit, { session: 'march', visit: open }, stamp));
    expect(answerTo(visit, 'infection-at-site')).toBeNull();
    expect(visit.checks).toHaveLength(safetyChecks.length - 1);
  });

  it('takes over answers alone: neither consent nor identity nor an override', () => {
    const full = done(override(readyVisit(), { rule: 'vial-over-24h', vial: 'v' }, 'late patient', stamp));
    const visit = done(reviewUnchanged(emptyVisit, { session: 'march', visit: full }, stamp));
    expect({ ...visit, checks: [] }).toEqual(emptyVisit);
  });

  it('is refused when there is nothing to take over', () => {
    expect(reviewUnchanged(emptyVisit, { session: 'march', visit: emptyVisit }, stamp)).toEqual(
      refused({ kind: 'NothingToReview' }),
    );
  });
});

describe('consent and identity', () => {
  it('keep when a consent that was withdrawn had been given', () => {
    const given = giveConsent(emptyVisit, stamp);
    const later = { at: '2026-05-25T09:20:00+02:00', by: stamp.by };
    const withdrawn = withdrawConsent(given, later, 'felt faint');
    expect(withdrawn.consent).toEqual({ given: false, ...later, givenAt: stamp.at, note: 'felt faint' });
    expect(withdrawConsent(withdrawn, later).consent?.givenAt).toBe(stamp.at);
    expect(withdrawConsent(emptyVisit, later).consent).toEqual({ given: false, ...later });
  });

  it('demand two identifiers of different kinds', () => {
    expect(confirmIdentifiers(emptyVisit, ['name', 'name'], stamp)).toEqual(
      refused({ kind: 'SameIdentifierTwice', identifier: 'name' }),
    );
    expect(done(confirmIdentifiers(emptyVisit, ['name', 'address'], stamp)).identified).toEqual({
      ...stamp,
      identifiers: ['name', 'address'],
    });
  });

  it('demand words for an indication beside chronic migraine', () => {
    expect(setIndication(emptyVisit, { id: 'other', text: ' ' })).toEqual(refused({ kind: 'IndicationMissing' }));
    expect(done(setIndication(emptyVisit, { id: 'other', text: ' cervical dystonia ' })).indication).toEqual({
      id: 'other',
      text: 'cervical dystonia',
    });
  });
});

describe('what departs from the rules', () => {
  it('demands a reason', () => {
    expect(override(emptyVisit, { rule: 'vial-over-24h', vial: 'v' }, ' ', stamp)).toEqual(
      refused({ kind: 'ReasonMissing', of: 'override' }),
    );
    const deviation = { tailoring: 'frontalis-lateral-spared', sites: ['frontalis-L-2'], reason: '' } as const;
    expect(recordDeviation(emptyVisit, deviation, stamp)).toEqual(refused({ kind: 'ReasonMissing', of: 'deviation' }));
  });

  it('takes nothing away that was overridden before', () => {
    const first = done(override(emptyVisit, { rule: 'vial-over-24h', vial: 'v' }, 'late patient', stamp));
    const second = done(override(first, { rule: 'cumulative-dose', units: 420 }, 'dystonia clinic agrees', stamp));
    expect(second.overrides.map(({ rule }) => rule)).toEqual(['vial-over-24h', 'cumulative-dose']);
  });

  it('names the sites of a deviation, each once', () => {
    const deviation = { tailoring: 'frontalis-lateral-spared', reason: 'heavy brow' } as const;
    expect(recordDeviation(emptyVisit, { ...deviation, sites: [] }, stamp)).toEqual(refused({ kind: 'SitesMissing' }));
    const sites = ['frontalis-L-2', 'frontalis-R-2', 'frontalis-L-2'];
    expect(done(recordDeviation(emptyVisit, { ...deviation, sites }, stamp)).deviations[0]?.sites).toEqual([
      'frontalis-L-2',
      'frontalis-R-2',
    ]);
  });
});

describe('toxin from elsewhere', () => {
  it('is listed with its product, and with units and month where they are known', () => {
    const visit = done(
      addOtherToxin(emptyVisit, { product: ' abobotulinumtoxinA ', units: 500, when: '2026-04' }, stamp),
    );
    expect(visit.otherToxins).toEqual([{ product: 'abobotulinumtoxinA', units: 500, when: '2026-04' }]);
    expect(remove(visit, 'otherToxins', 0)).toEqual(emptyVisit);
  });

  it('is not hidden in that list when it is the drug that is added up', () => {
    expect(addOtherToxin(emptyVisit, { product: 'Botox', units: 100 }, stamp)).toEqual(
      refused({ kind: 'CountedProduct', product: 'Botox' }),
    );
  });

  it.each([
    [
      { units: 0, day: '2026-04-01' },
      { kind: 'NotAnAmount', units: 0 },
    ],
    [
      { units: Number.NaN, day: '2026-04-01' },
      { kind: 'NotAnAmount', units: Number.NaN },
    ],
    [
      { units: 50, day: '2026-04' },
      { kind: 'NotADay', text: '2026-04' },
    ],
    [
      { units: 50, day: '2026-04-31' },
      { kind: 'NotADay', text: '2026-04-31' },
    ],
    [
      { units: 50, day: '2026-05-26' },
      { kind: 'DayInFuture', day: '2026-05-26' },
    ],
  ])('is refused as %j', (dose, error) => {
    expect(addElsewhere(emptyVisit, dose, stamp)).toEqual(refused(error));
  });

  it('may be of today', () => {
    expect(done(addElsewhere(emptyVisit, { units: 50, day: '2026-05-25' }, stamp)).elsewhere).toHaveLength(1);
  });
});

describe('a visit in a store', () => {
  const rich: Visit = [
    (visit: Visit) => done(override(visit, { rule: 'cumulative-dose', units: 412.5 }, 'agreed', stamp)),
    (visit: Visit) => done(override(visit, { rule: 'vial-age-unknown', vial: 'v-2' }, 'label smudged', stamp)),
    (visit: Visit) =>
      done(override(visit, { rule: 'given-despite-check', check: 'infection-at-site' }, 'seen late', stamp)),
    (visit: Visit) => done(addOtherToxin(visit, { product: 'abobotulinumtoxinA', when: '2026-03' }, stamp)),
    (visit: Visit) => done(addElsewhere(visit, { units: 40, day: '2026-04-30', note: 'bladder' }, stamp)),
    (visit: Visit) =>
      done(recordDeviation(visit, { tailoring: 'other', sites: ['procerus-M'], reason: 'scar' }, stamp)),
    (visit: Visit) => withdrawConsent(visit, stamp, 'faint'),
  ].reduce((visit, step) => step(visit), readyVisit());

  it.each([
    ['an empty one', emptyVisit],
    ['one with everything', rich],
  ])('is read as it was written, %s', (_, visit) => {
    expect(parseWith(visitSchema, JSON.parse(JSON.stringify(visit)))).toEqual({ ok: true, value: visit });
  });

  it('keeps fields that this version does not know, at every level', () => {
    const later = {
      ...rich,
      mood: 1,
      consent: { ...rich.consent, witness: 'x' },
      checks: [{ ...rich.checks[0], sure: 0.5 }],
    };
    expect(parseWith(visitSchema, later)).toEqual({ ok: true, value: later });
  });

  it('has one order of fields, whatever order they came in', () => {
    const turned = Object.fromEntries(Object.entries(rich).reverse());
    expect(JSON.stringify(inSchemaOrder(visitSchema, turned))).toBe(JSON.stringify(inSchemaOrder(visitSchema, rich)));
    expect(Object.keys(inSchemaOrder(visitSchema, turned) as object)[0]).toBe('indication');
  });

  it.each([
    [{ ...rich, checks: [rich.checks[0], rich.checks[0]] }, 'checks', 'not an allowed value'],
    [{ ...rich, checks: [{ ...rich.checks[0], answer: 'maybe' }] }, 'checks[0].answer', 'not an allowed value'],
    [{ ...rich, checks: [{ ...rich.checks[0], check: 'mood' }] }, 'checks[0].check', 'not an allowed value'],
    [
      { ...rich, identified: { ...rich.identified, identifiers: ['name', 'name'] } },
      'identified.identifiers',
      'not an allowed value',
    ],
    [{ ...rich, overrides: [{ ...rich.overrides[0], reason: '' }] }, 'overrides[0].reason', 'empty'],
    [{ ...rich, overrides: [{ ...rich.overrides[0], rule: 'all' }] }, 'overrides[0].rule', 'not an allowed value'],
    [{ ...rich, consent: { given: true, by: 'x' } }, 'consent.at', 'missing'],
    [{ ...rich, elsewhere: [{ units: 10, day: '2026-02-30' }] }, 'elsewhere[0].day', 'not an allowed value'],
    [{ ...rich, elsewhere: undefined }, 'elsewhere', 'missing'],
  ])('is refused where it does not hold (%#)', (value, path, what) => {
    expect(parseWith(visitSchema, value)).toEqual({ ok: false, error: { path, what } });
  });
});
