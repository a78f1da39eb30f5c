import { expect, it } from 'vitest';
import { proveTotals } from '../../scripts/prove/totals-campaign';

it('given is the sum of the aliquots, of what the vials lost, and of what export, Bundle and billing say, over random sessions', () => {
  const { tried, failed, examples } = proveTotals(100, 20261123);
  expect(examples).toEqual([]);
  expect(tried).toBe(100);
  expect(failed).toEqual({ aliquots: 0, vials: 0, draws: 0, export: 0, sent: 0 });
}, 60_000);
