import { describe, expect, it } from 'vitest';
import { emptyVisit } from '../../../src/record/visit';
import { logBegun } from '../../../src/state/log-begun';
import { logLines } from '../../../src/state/log-lines';
import { planned, sampleSession } from '../../support/sample-sessions';

describe('that the log has begun', () => {
  it('is told for just those sessions that have a line in it', () => {
    const { entries } = sampleSession();
    const lengths = Array.from({ length: entries.length + 1 }, (_, length) => length);
    const told = lengths.map((length) => logBegun({ entries: entries.slice(0, length) }));
    expect(told).toEqual(lengths.map((length) => logLines(entries.slice(0, length)).length > 0));
    expect(told.filter((begun) => !begun)).toHaveLength(planned.length + 1);
  });

  it('is told of one in which nothing was done but a deviation from the plan was recorded', () => {
    const deviations = [
      { tailoring: 'frontalis-lateral-spared', sites: [], reason: '', at: '2026-11-23T09:00:00+01:00', by: '' },
    ] as const;
    expect(logBegun({ entries: planned, visit: { ...emptyVisit, deviations } })).toBe(true);
    expect(logBegun({ entries: planned, visit: emptyVisit })).toBe(false);
  });
});
