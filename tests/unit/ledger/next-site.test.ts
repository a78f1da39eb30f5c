import { describe, expect, it } from 'vitest';
import { Desk } from '../../support/ledger-desk';

describe('the next site', () => {
  it('is the first of the paradigm, then the first one neither given nor skipped', () => {
    const desk = new Desk();
    expect(desk.next()).toBe('corrugator-L');
    desk.give('corrugator-L');
    desk.skip('corrugator-R');
    expect(desk.next()).toBe('procerus-M');
    desk.void('corrugator-R');
    expect(desk.next()).toBe('corrugator-R');
  });

  it('is none when everything is given or skipped', () => {
    const desk = new Desk();
    for (const { id } of desk.fold().rows) desk.skip(id);
    expect(desk.next()).toBeNull();
  });
});
