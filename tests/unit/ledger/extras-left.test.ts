import { describe, expect, it } from 'vitest';
import { extrasLeftIn, extrasLeftInSession } from '../../../src/ledger/extras-left';
import { units } from '../../../src/protocol/words';
import { Desk } from '../../support/ledger-desk';

const inSession = (desk: Desk): number => extrasLeftInSession(desk.fold().totals);

describe('the extras that are left', () => {
  it('are eight in the session: 195 U less the 155 U of the plan', () => {
    const desk = new Desk();
    expect(inSession(desk)).toBe(8);
    desk.extra('temporalis');
    expect(inSession(desk)).toBe(7);
  });

  it('are never fewer than none, and parts of one are not counted', () => {
    const { totals } = new Desk().fold();
    expect(extrasLeftInSession({ ...totals, planned: units(200) })).toBe(0);
    expect(extrasLeftInSession({ ...totals, planned: units(188) })).toBe(1);
  });

  it('in a muscle are what it still takes, and no more than the session does', () => {
    const desk = new Desk();
    desk.extra('trapezius');
    const { totals } = desk.fold();
    expect(extrasLeftIn(totals, 'trapezius')).toBe(3);
    expect(extrasLeftIn(totals, 'occipitalis')).toBe(2);
    expect(extrasLeftIn({ ...totals, planned: units(190) }, 'trapezius')).toBe(1);
  });

  it('are none where the paradigm has none, and none after a stop', () => {
    const desk = new Desk();
    expect(extrasLeftIn(desk.fold().totals, 'frontalis')).toBe(0);
    desk.stop();
    expect(inSession(desk)).toBe(0);
    expect(extrasLeftIn(desk.fold().totals, 'temporalis')).toBe(0);
  });
});
