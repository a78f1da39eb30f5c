import { describe, expect, it } from 'vitest';
import { check } from '../../../src/ledger/check';
import type { Vec3 } from '../../../src/anatomy/anchor';
import type { Entry, PlanEntry } from '../../../src/ledger/entry';
import { units } from '../../../src/protocol/words';
import { anchorIn, Desk, vial } from '../../support/ledger-desk';

/** A session with a bit of everything. */
function charted(): Desk {
  const desk = new Desk();
  desk.give('corrugator-L');
  desk.extra('temporalis', 'right');
  desk.give('temporalis-R-F1');
  desk.skip('procerus-M');
  desk.void('procerus-M');
  desk.extra('trapezius', 'left');
  desk.void('trapezius-L-F1');
  desk.giveMany('frontalis');
  return desk;
}

const outcome = (entries: readonly Entry[], vials = charted().vials) => {
  const checked = check(entries, vials);
  return checked.ok ? 'kept' : [checked.error.index, checked.error.refusal.kind];
};

const replaced = (index: number, change: (entry: Entry) => Entry): readonly Entry[] =>
  charted().doc.entries.map((entry, at) => (at === index ? change(entry) : entry));

describe('checking entries from outside', () => {
  it('accepts what the commands made and folds it the same', () => {
    const desk = charted();
    expect(check(desk.doc.entries, desk.vials)).toEqual({ ok: true, value: desk.fold() });
  });

  it('accepts a ledger without entries', () => {
    expect(outcome([])).toBe('kept');
  });

  it('names the first entry that breaks a rule, and the rule', () => {
    const { entries } = charted().doc;
    const doubled = [...entries.slice(0, 32), ...entries.slice(31)];
    expect(outcome(doubled)).toEqual([32, 'SiteAlreadyGiven']);
    expect(outcome([...entries.slice(0, 31), ...entries.slice(0, 1)])).toEqual([31, 'SiteAlreadyPlanned']);
    expect(outcome(entries, [vial('other', 200)])).toEqual([31, 'UnknownVial']);
    expect(outcome(entries, [vial('v1', 9)])).toEqual([33, 'VialExhausted']);
    expect(outcome(entries.filter((entry) => entry.kind !== 'plan'))).toEqual([0, 'UnknownSite']);
    expect(outcome(replaced(31, (entry) => ({ ...entry, units: units(10) })))).toEqual([31, 'NotAnAliquot']);
    expect(outcome(replaced(5, (entry) => ({ ...entry, site: 'frontalis-L-3' })))).toEqual([5, 'UnknownSite']);
  });

  it('wants a reason that says something for every skip and void', () => {
    const { entries } = charted().doc;
    for (const kind of ['skip', 'void'] as const) {
      const at = entries.findIndex((entry) => entry.kind === kind);
      expect(outcome(replaced(at, (entry) => ({ ...entry, reason: ' \t' }) as Entry))).toEqual([at, 'ReasonMissing']);
    }
  });

  it('does not let a fixed site stand in another muscle or on another side', () => {
    expect(outcome(replaced(0, (entry) => ({ ...entry, muscle: 'frontalis' }) as Entry))).toEqual([0, 'UnknownSite']);
    expect(outcome(replaced(0, (entry) => ({ ...entry, side: 'right' }) as Entry))).toEqual([0, 'UnknownSite']);
  });

  it('does not let an extra lie elsewhere than it says, skip a number or pass for a fixed site', () => {
    const extra = 32;
    expect(
      outcome(replaced(extra, (entry) => ({ ...entry, anchor: anchorIn('frontalis', 'right') }) as Entry)),
    ).toEqual([extra, 'FtpNotAllowedHere']);
    expect(outcome(replaced(extra, (entry) => ({ ...entry, site: 'temporalis-R-F2' })))).toEqual([
      extra,
      'UnknownSite',
    ]);
    expect(outcome(replaced(extra, (entry) => ({ ...entry, ftp: false }) as Entry))).toEqual([extra, 'UnknownSite']);
    expect(outcome(replaced(0, (entry) => ({ ...entry, ftp: true }) as Entry))).toEqual([0, 'FtpNotAllowedHere']);
  });

  it('does not let a site that says left lie on the right, whatever its own words are', () => {
    const [extra, at] = [32, [-72, 40, 12] as const];
    const lying = (positionMm: Vec3) => (entry: Entry) =>
      ({ ...entry, anchor: { ...(entry as PlanEntry).anchor, positionMm } }) as Entry;
    const { entries } = charted().doc;
    const left = entries.findIndex((entry) => entry.kind === 'plan' && entry.side === 'left');
    const middle = entries.findIndex((entry) => entry.kind === 'plan' && entry.side === 'midline');
    expect(outcome(replaced(left, lying([72, 40, 12])))).toBe('kept');
    expect(outcome(replaced(left, lying(at)))).toEqual([left, 'AnchorElsewhere']);
    expect(outcome(replaced(extra, lying(at)))).toBe('kept');
    expect(outcome(replaced(extra, lying([72, 40, 12])))).toEqual([extra, 'AnchorElsewhere']);
    expect(outcome(replaced(middle, lying([31, 0, 90])))).toEqual([middle, 'AnchorElsewhere']);
    expect(outcome(replaced(left, lying([72, 5000, 12])))).toEqual([left, 'AnchorElsewhere']);
  });

  it('does not let a fixed site have the point of another muscle', () => {
    const other = anchorIn('trapezius', 'left');
    const { entries } = charted().doc;
    const at = entries.findIndex((entry) => entry.kind === 'plan' && entry.site === 'temporalis-L-2');
    expect(outcome(replaced(at, (entry) => ({ ...entry, anchor: other }) as Entry))).toEqual([at, 'AnchorElsewhere']);
  });
});
