import { describe, expect, it } from 'vitest';
import { proveTampering } from '../../scripts/prove/tamper-campaign';

describe('signed exports that were tampered with', () => {
  it('are detected, and the damaged version is named, at some hundred places drawn by lot', async () => {
    const rows = await proveTampering(20_261_125, 250, 60, 3);
    for (const { name, tried, failed } of rows) {
      expect(tried, name).toBeGreaterThan(1);
      expect(failed, name).toBe(0);
    }
    // Enough of the changed files are JSON still, so that naming a version is asked at all.
    expect(rows.map(({ tried }) => tried)).toEqual([500, rows[1]?.tried, 120, rows[3]?.tried, 252, 30, 2, 9]);
    expect(rows[1]?.tried).toBeGreaterThan(150);
  }, 300_000);
});
