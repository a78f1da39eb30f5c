import { describe, expect, it } from 'vitest';
import { units } from '../../../../src/protocol/words';
import type { Finding } from '../../../../src/record/finding';
import { lastGiven, leftInVials, muscleCounts, warnings } from '../../../../src/state/second/shown';
import { openClinic } from '../../../support/clinic';

async function charted() {
  const clinic = openClinic();
  await clinic.chart.newSession();
  return {
    ...clinic,
    last: () => lastGiven(clinic.entries(), clinic.state().fold),
    left: () => leftInVials({ vials: clinic.state().session?.vials ?? [] }, clinic.state().fold),
  };
}

describe('what a second screen tells of a session', () => {
  it('is the dose that was given last: one site, or all of one gesture, and none that was taken back', async () => {
    const { chart, last } = await charted();
    expect(last()).toBeNull();
    chart.give('corrugator-L');
    expect(last()).toMatchObject({ what: 'Corrugator left 1', units: 5 });
    chart.complete('temporalis');
    expect(last()).toMatchObject({ what: 'Temporalis, 8 sites at once', units: 40 });
    chart.voidSite('temporalis-L-1', 'Entered by mistake');
    expect(last()).toMatchObject({ units: 35 });
    chart.undo();
    chart.undo();
    expect(last()?.what).toBe('Corrugator left 1');
    chart.voidSite('corrugator-L', 'Entered by mistake');
    expect(last()).toBeNull();
    chart.give('corrugator-L');
    expect(last()).toMatchObject({ what: 'Corrugator left 1', units: 5 });
  });

  it('is what is left in the vials, each at its own dilution', async () => {
    const { chart, left, state } = await charted();
    expect(left()).toEqual({ units: 200, ml: 4 });
    chart.give('corrugator-L');
    expect(left().units).toBe(195);
    expect(left().ml).toBeCloseTo(3.9, 9);
    const session = state().session;
    if (session === null) throw new Error('no session');
    const second = { id: 'v2', product: 'Botox', strength: units(100), diluentMl: 4 };
    chart.change((now) => ({ ...now, vials: [...now.vials, second] }));
    expect(left().units).toBe(295);
    expect(left().ml).toBeCloseTo(7.9, 9);
  });

  it('is how many sites of each muscle are in, without those that were skipped', async () => {
    const { chart, state } = await charted();
    chart.give('frontalis-L-1');
    chart.skip('frontalis-L-2', 'Tender');
    const counts = muscleCounts(state().fold);
    expect(counts.map(({ muscle }) => muscle)[0]).toBe('corrugator');
    expect(counts.find(({ muscle }) => muscle === 'frontalis')).toMatchObject({ given: 1, planned: 3, skipped: 1 });
    expect(counts.reduce((sum, { planned }) => sum + planned, 0)).toBe(30);
  });

  it('is what forbids giving, apart from what is to be known; not what was set aside', () => {
    const override = { why: 'x', at: '', by: '' } as never;
    const expired: Finding = { level: 'stop', kind: 'vial-expired', vial: 'v', expiry: '2020-01' };
    const unasked: Finding = { level: 'stop', kind: 'not-identified' };
    const old: Finding = { level: 'override', kind: 'vial-over-24h', vial: 'v', hours: 30, overridden: null };
    const aside: Finding = { level: 'override', kind: 'vial-over-24h', vial: 'w', hours: 30, overridden: override };
    const told: Finding = { level: 'warn', kind: 'clock-behind', at: '' };
    const all = [expired, unasked, old, aside, told];
    expect(warnings(all, false)).toEqual({ stops: [expired, old], told: [unasked, told] });
    expect(warnings(all, true)).toEqual({ stops: [expired, unasked, old], told: [told] });
  });
});
