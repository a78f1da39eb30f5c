import { expect, it } from 'vitest';
import { proveImport } from '../../../scripts/prove/fuzz-campaign';

it('a damaged file is refused with its reason and place, or read for exactly what it says', async () => {
  const { failed, examples, endings } = await proveImport(900, 1);
  expect(examples).toEqual([]);
  expect(failed).toEqual({ crash: 0, change: 0, exact: 0, message: 0 });
  for (const kind of ['read', 'NotJson', 'Damaged', 'RuleBroken', 'TotalsDisagree']) {
    expect(endings.get(kind) ?? 0, kind).toBeGreaterThan(2);
  }
});
