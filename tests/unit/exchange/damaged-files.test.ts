import { expect, it } from 'vitest';
import { proveImport } from '../../../scripts/prove/fuzz-campaign';
import { proveKeptImport } from '../../../scripts/prove/fuzz-kept-campaign';

it('a damaged file is refused with its reason and place, or read for exactly what it says', async () => {
  const { failed, examples, endings } = await proveImport(500, 1);
  expect(examples).toEqual([]);
  expect(failed).toEqual({ crash: 0, change: 0, exact: 0, message: 0 });
  for (const kind of ['read', 'NotJson', 'Damaged', 'RuleBroken', 'TotalsDisagree']) {
    expect(endings.get(kind) ?? 0, kind).toBeGreaterThan(2);
  }
});

it('a signed file or a backup that was changed is refused, whether or not the device has the record, and changes nothing', async () => {
  const { failed, examples, tried } = await proveKeptImport(60, 1);
  expect(examples).toEqual([]);
  expect(failed).toEqual({ crash: 0, taken: 0, change: 0, message: 0 });
  expect(tried).toBeGreaterThan(70);
});
