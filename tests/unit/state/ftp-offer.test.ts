import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PainSpot } from '../../../src/anatomy/pain-spots';
import { extrasLeftIn } from '../../../src/ledger/extras-left';
import { aliquot, ftpMuscles, muscleOf, muscles } from '../../../src/protocol/paradigm';
import type { MuscleId } from '../../../src/protocol/words';
import { emptyVisit, type Visit } from '../../../src/record/visit';
import { chooseSpots, offerNotes, painQuestion, whyOffered } from '../../../src/state/ftp-offer';
import { openClinic } from '../../support/clinic';
import { sampleHead } from '../../support/sample-sessions';

const made = { at: '2026-11-23T10:00:00+00:00', by: '' };
const tender = (muscle: MuscleId, grade: 0 | 1 | 2 | 3): Visit => ({
  ...emptyVisit,
  tenderness: [{ muscle, side: 'right', grade, ...made }],
});
const painful: Visit = {
  ...emptyVisit,
  pain: { head: sampleHead, drawn: 'chair', dabs: [{ positionMm: [-70, 40, 20], radiusMm: 12 }], ...made },
};
const spot = (change: Partial<PainSpot> = {}): PainSpot => ({
  muscle: 'temporalis',
  side: 'right',
  positionMm: [-70, 40, 20],
  normal: [-1, 0, 0],
  pain: 0.6,
  zones: [],
  nearestSite: { id: 'temporalis-R-3', mm: 14.2 },
  ...change,
});

/** A clinic in which so many extras are planned in a muscle. */
async function withExtras(extras: Partial<Readonly<Record<MuscleId, number>>> = {}) {
  const clinic = openClinic();
  await clinic.chart.newSession();
  for (const [muscle, count] of Object.entries(extras)) {
    for (let i = 0; i < count; i += 1) {
      clinic.pointIn(muscle as MuscleId, 'left');
      clinic.chart.addExtraOnRay({ origin: [0, 0, 0], direction: [1, 0, 0] });
      await clinic.settle();
    }
  }
  return clinic;
}

describe('what is offered for pain', () => {
  it('is never more in a muscle than it has extras left, and never more than the session takes', async () => {
    const used = fc.record({
      temporalis: fc.integer({ min: 0, max: 2 }),
      occipitalis: fc.integer({ min: 0, max: 2 }),
      trapezius: fc.integer({ min: 0, max: 4 }),
    });
    const spots = fc.array(
      fc.record({
        muscle: fc.constantFrom(...muscles.map(({ id }) => id)),
        side: fc.constantFrom('left' as const, 'right' as const),
        pain: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(used, spots, async (extras, found) => {
        const { totals } = (await withExtras(extras)).state().fold;
        const chosen = chooseSpots(found.map(spot), totals, emptyVisit);
        for (const { id } of muscles) {
          const offered = chosen.filter(({ muscle }) => muscle === id).length;
          expect(offered).toBeLessThanOrEqual(muscleOf(id).extras - totals.byMuscle[id].extras);
        }
        expect(totals.planned + chosen.length * aliquot.units).toBeLessThanOrEqual(totals.cap);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps to the cap of the session, and is nothing after a stop', async () => {
    const { totals } = (await withExtras()).state().fold;
    const tight = { ...totals, planned: totals.cap };
    expect(ftpMuscles.map((muscle) => extrasLeftIn(tight, muscle))).toEqual([0, 0, 0]);
    expect(chooseSpots([spot()], tight, painful)).toEqual([]);
    expect(chooseSpots([spot()], { ...totals, stopped: true }, painful)).toEqual([]);
    expect(chooseSpots([spot()], totals, painful)).toHaveLength(1);
  });

  it('puts more pain before less, and pain before tenderness', async () => {
    const { totals } = (await withExtras()).state().fold;
    const [first, second, third] = [spot({ pain: 0 }), spot({ pain: 0.3, side: 'left' }), spot({ pain: 0.9 })];
    expect(chooseSpots([first, second, third], totals, tender('temporalis', 3))).toEqual([third, second]);
  });

  it('asks for both sides of a muscle with extras left, and keeps off every site that is planned or given', async () => {
    const { fold } = (await withExtras({ occipitalis: 2 })).state();
    const question = painQuestion(fold, { ...painful, ...tender('trapezius', 2) });
    expect(question.seek.map(({ muscle, side, most, tender: so }) => [muscle, side, most, so])).toEqual([
      ['temporalis', 'left', 2, false],
      ['temporalis', 'right', 2, false],
      ['trapezius', 'left', 4, false],
      ['trapezius', 'right', 4, true],
    ]);
    expect(question.keepOff).toHaveLength(33);
    const mild = painQuestion(fold, tender('trapezius', 1));
    expect(mild.seek.some((one) => one.tender)).toBe(false);
    expect(mild.dabs).toEqual([]);
  });

  it('says why', async () => {
    const { totals } = (await withExtras()).state().fold;
    const over = [{ muscle: 'temporalis', side: 'right', share: 0.604 }] as const;
    const visit = { ...painful, ...tender('temporalis', 3) };
    expect(whyOffered(spot(), over, totals, visit)).toBe(
      'Pain drawn over 60 % of temporalis right; tenderness 3; 2 extras left; 14 mm from temporalis right 3',
    );
    expect(whyOffered(spot({ pain: 0, nearestSite: null }), [], totals, tender('temporalis', 2))).toBe(
      'Tenderness 2; 2 extras left',
    );
  });

  it('says why nothing is: nothing drawn, no muscle that allows it, none left, no room', async () => {
    const clinic = await withExtras({ temporalis: 2 });
    const { totals } = clinic.state().fold;
    const nothing = { over: [], spots: [] };
    expect(offerNotes(nothing, totals, emptyVisit)).toEqual([expect.stringMatching(/^Nothing to go by yet/)]);
    expect(offerNotes(nothing, totals, tender('occipitalis', 1))).toEqual([expect.stringMatching(/^Nothing to go by/)]);
    expect(offerNotes(nothing, totals, painful)).toEqual([expect.stringMatching(/over no drawn muscle/)]);
    const over = [
      { muscle: 'temporalis', side: 'right', share: 0.2 },
      { muscle: 'frontalis', side: 'left', share: 0.1 },
      { muscle: 'sternocleidomastoid', side: 'left', share: 0.1 },
      { muscle: 'occipitalis', side: 'left', share: 0.1 },
    ] as const;
    const notes = offerNotes({ over, spots: [] }, totals, painful);
    expect(notes[0]).toBe('No extras are left in temporalis.');
    expect(notes[1]).toMatch(/^No point of occipitalis there keeps 10 mm/);
    expect(notes[2]).toMatch(/^Pain also lies over frontalis left and sternocleidomastoid left, where/);
    expect(notes).toHaveLength(3);
    expect(offerNotes({ over, spots: [] }, { ...totals, stopped: true }, painful)).toHaveLength(1);
  });
});

describe('planning where an extra was offered', () => {
  it('goes the way of every extra, and never by itself', async () => {
    const clinic = await withExtras();
    const { offers, extras } = await clinic.chart.placing();
    clinic.hurting.answer = { over: [{ muscle: 'temporalis', side: 'right', share: 0.4 }], spots: [spot(), spot()] };
    clinic.chart.change((session) => ({ ...session, visit: painful }));
    const before = clinic.entries().length;
    const found = await offers.find();
    expect(found?.offers).toHaveLength(2);
    expect(clinic.entries()).toHaveLength(before);
    const [first] = found?.offers ?? [];
    if (first === undefined) throw new Error('nothing was offered');
    clinic.pointIn('temporalis', 'right');
    expect(await extras.onOffer(first)).toBe(true);
    expect(clinic.entries().at(-1)).toMatchObject({ kind: 'plan', ftp: true, muscle: 'temporalis', side: 'right' });
    expect(clinic.state().fold.totals.planned).toBe(160);
  });

  it('is refused by the ledger when the caps are reached in the meantime, and where something else lies there', async () => {
    const clinic = await withExtras({ temporalis: 2 });
    const { extras } = await clinic.chart.placing();
    clinic.pointIn('temporalis', 'right');
    expect(await extras.onOffer(spot())).toBe(false);
    expect(clinic.refusal()).toBe('refused.MuscleCapExceeded');
    clinic.pointIn('frontalis', 'right');
    expect(await extras.onOffer(spot())).toBe(false);
    expect(clinic.entries().filter((entry) => entry.kind === 'plan' && entry.ftp)).toHaveLength(2);
  });
});
