import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/ledger/fold';
import { Desk } from '../../support/ledger-desk';

/** A long session: everything given, with extras, voids and skips on the way. */
function longSession(): Desk {
  const desk = new Desk();
  for (const side of ['left', 'right', 'left', 'right'] as const) {
    desk.extra('temporalis', side);
    desk.extra('occipitalis', side);
    desk.extra('trapezius', side);
  }
  for (let site = desk.next(); site !== null; site = desk.next()) {
    if (desk.give(site) !== 'done') throw new Error(`${site} was refused`);
    if (site.endsWith('1')) {
      desk.void(site);
      desk.give(site);
    }
  }
  return desk;
}

describe('the fold', () => {
  it('of about a hundred entries takes well under a millisecond', () => {
    const { doc, vials } = longSession();
    expect(doc.entries.length).toBeGreaterThan(90);
    const timed = Array.from({ length: 200 }, () => {
      const start = performance.now();
      fold(doc.entries, vials);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    expect(timed[100]).toBeLessThan(1);
  });
});
