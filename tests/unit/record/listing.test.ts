import { describe, expect, it } from 'vitest';
import { listingOf, type ListedSession, pastSessionsOf, vialUsesOf } from '../../../src/record/listing';
import { emptyVisit } from '../../../src/record/visit';
import { completeSession } from '../../support/complete-session';
import { planned, sampleSession, sampleVial } from '../../support/sample-sessions';
import { without } from '../../support/without';

const savedAt = '2026-03-02T10:00:00Z';
const opened = { ...sampleSession(), entries: planned, vials: [sampleVial] };

describe('what is listed of a session', () => {
  it('that was just opened is who and when, and no field of what is not known', () => {
    const bare = without(opened, 'visit');
    const listed = listingOf({ ...bare, patient: { id: 'p-1', label: 'K. M.' } }, savedAt, false);
    for (const name of ['finishedAt', 'versions', 'firstNeedleAt', 'indication'])
      expect(listed).not.toHaveProperty(name);
    expect(Object.keys(listed.patient)).toEqual(['id', 'label']);
    expect(listed.vials).toEqual([
      {
        vial: sampleVial.id,
        product: sampleVial.product,
        strength: sampleVial.strength,
        units: 0,
        opened: false,
      },
    ]);
    expect(Object.keys(listed.vials[0] ?? {})).toEqual(['vial', 'product', 'strength', 'units', 'opened']);
    expect(vialUsesOf(listed)).toEqual([]);
    expect(pastSessionsOf(listed)).toEqual([]);
  });

  it('that is complete has birth, number, vial, indication and versions with it', () => {
    const at = { at: '2026-03-02T08:50:00+01:00', by: 'A. Example' };
    const session = completeSession({
      finishedAt: '2026-03-02T09:40:00+01:00',
      patient: { id: 'p-1', label: 'K. M.', born: '1984', recordNumber: '7', ward: 3 } as ReturnType<
        typeof completeSession
      >['patient'],
      visit: {
        ...emptyVisit,
        indication: { id: 'chronic-migraine' },
        otherToxins: [
          { product: 'another', ...at },
          { product: 'a third', units: 50, when: '2026-01', ...at },
        ],
      },
    });
    const listed = listingOf(session, savedAt, true, 2);
    expect(listed).toMatchObject({
      finishedAt: '2026-03-02T09:40:00+01:00',
      versions: 2,
      indication: { id: 'chronic-migraine' },
      given: 155,
      patient: { id: 'p-1', label: 'K. M.', born: '1984', recordNumber: '7' },
    });
    expect(listed.patient).not.toHaveProperty('ward');
    expect(listed.vials[0]).toMatchObject({ lot: 'C1234', expiry: '2027-08', units: 155, opened: true });
    expect(listed.otherToxins).toEqual([{ product: 'another' }, { product: 'a third', units: 50, when: '2026-01' }]);
    expect(Object.keys(listed.otherToxins[0] ?? {})).toEqual(['product']);
    expect(pastSessionsOf(listed)).toMatchObject([
      { id: session.id, units: 155, indication: { id: 'chronic-migraine' } },
    ]);
  });

  it('with a vial that was wasted alone has it taken off the shelf', () => {
    const wasted = completeSession();
    const entries = [...planned, ...wasted.entries.filter(({ kind }) => kind === 'waste')];
    const listed = listingOf({ ...wasted, vials: [sampleVial], entries }, savedAt, false);
    expect(listed.vials[0]).toMatchObject({ units: 0, opened: true });
    expect(vialUsesOf(listed)).toMatchObject([{ vial: sampleVial.id, units: 0, at: wasted.startedAt }]);
    expect(pastSessionsOf(listed)).toEqual([]);
  });

  it('counts by product, each once, whether a needle is known or not', () => {
    const listed = listingOf(completeSession(), savedAt, false);
    const vial = listed.vials[0];
    if (vial === undefined) throw new Error('no vial');
    const unknown = without(listed, 'firstNeedleAt', 'indication');
    const session: ListedSession = {
      ...unknown,
      vials: [
        { ...vial, vial: 'a', units: 100 },
        { ...vial, vial: 'b', units: 0.5 },
        { ...vial, vial: 'c', product: 'another', units: 20 },
        { ...vial, vial: 'd', product: 'a third', units: 0 },
      ],
    };
    expect(pastSessionsOf(session).map(({ product, units, at, noNeedle }) => [product, units, at, noNeedle])).toEqual([
      [vial.product, 100.5, listed.startedAt, true],
      ['another', 20, listed.startedAt, true],
    ]);
    expect(pastSessionsOf(session)[0]).not.toHaveProperty('indication');
  });
});
