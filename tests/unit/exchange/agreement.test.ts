import { describe, expect, it } from 'vitest';
import { proveAgreement } from '../../../scripts/prove/agreement-campaign';
import { inText, waysOut } from '../../support/agreement';

describe('what leaves the app', () => {
  it('tells the units of the ledger, however it leaves, over random sessions', async () => {
    const { tried, failed, examples } = await proveAgreement(12, 20261129);
    expect(examples).toEqual([]);
    expect(tried).toBe(12);
    expect(Object.keys(failed)).toEqual(waysOut.map(({ name }) => name));
    expect(Object.values(failed).every((count) => count === 0)).toBe(true);
  }, 240_000);

  it('is read by what it says, so that one unit more would be seen', () => {
    const note = (units: string) =>
      `A: b\n\nGIVEN\nTemporalis: left 8, F1. ${units} U, 0.2 mL, 10:45\nTotal: 10 U at 2 sites,`;
    expect(inText(note('10')).byMuscle['Temporalis']).toBe(10);
    expect(inText(note('11')).byMuscle['Temporalis']).toBe(11);
    expect(inText(note('10'))).toMatchObject({ given: 10, extras: 1, discarded: 0 });
  });
});
