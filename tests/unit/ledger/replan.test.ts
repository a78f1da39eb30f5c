import { describe, expect, it } from 'vitest';
import { check } from '../../../src/ledger/check';
import { type PlanChange, replan } from '../../../src/ledger/replan';
import { anchorIn, Desk } from '../../support/ledger-desk';

const nothing: PlanChange = { skips: [], moves: [], extras: [] };
const told = [{ zone: 'supraorbital-nerve', side: 'left', mm: 2.5 }] as const;
const inward = { ...anchorIn('corrugator', 'left'), sentence: 'further in' };
const moved = { site: 'corrugator-L', anchor: inward, shiftMm: 3, outsideMm: 1 } as const;

function replanned(desk: Desk, change: Partial<PlanChange>): string {
  const outcome = replan(desk.doc, desk.vials, { ...nothing, ...change }, desk.stamp());
  if (!outcome.ok) return outcome.error.kind;
  desk.doc = outcome.value;
  return 'done';
}

describe('a changed plan', () => {
  it('leaves out, moves and adds in one step, which one undo takes back', () => {
    const desk = new Desk();
    const before = desk.doc.entries;
    const change: PlanChange = {
      moves: [{ ...moved, reason: ' Brow sits low ', warned: told }],
      skips: [{ site: 'procerus-M', reason: ' Skin lesion\n' }],
      extras: [
        { muscle: 'temporalis', side: 'left', anchor: anchorIn('temporalis', 'left'), warned: told },
        { muscle: 'temporalis', side: 'left', anchor: anchorIn('temporalis', 'left') },
      ],
    };
    expect(replanned(desk, change)).toBe('done');
    expect(desk.row('corrugator-L')).toMatchObject({ state: 'planned', anchor: inward, warned: told });
    expect(desk.row('corrugator-L').moved).toMatchObject({ shiftMm: 3, outsideMm: 1, reason: 'Brow sits low' });
    expect(desk.row('procerus-M')).toMatchObject({ state: 'skipped', reason: 'Skin lesion' });
    expect(desk.row('temporalis-L-F1')).toMatchObject({ state: 'planned', ftp: true, warned: told });
    expect(desk.row('temporalis-L-F2')).not.toHaveProperty('warned');
    expect(desk.fold().totals).toMatchObject({ planned: 160, sitesPlanned: 32, sitesSkipped: 1 });
    expect(new Set(desk.doc.entries.slice(31).map(({ step }) => step)).size).toBe(1);
    expect(check(desk.doc.entries, desk.vials).ok).toBe(true);
    desk.undo();
    expect(desk.doc.entries).toEqual(before);
  });

  it('lets a site that is moved and left out keep its new place', () => {
    const desk = new Desk();
    const reason = 'Weakness';
    const change = { moves: [{ ...moved, reason }], skips: [{ site: 'corrugator-L', reason }] };
    expect(replanned(desk, change)).toBe('done');
    expect(desk.row('corrugator-L')).toMatchObject({ state: 'skipped', anchor: inward });
  });

  it('is all of it or nothing', () => {
    const desk = new Desk();
    const { doc } = desk;
    const skips = [
      { site: 'procerus-M', reason: 'Skin lesion' },
      { site: 'corrugator-L', reason: ' ' },
    ];
    expect(replanned(desk, { skips })).toBe('ReasonMissing');
    const extra = { muscle: 'temporalis', side: 'right', anchor: anchorIn('temporalis', 'right') } as const;
    expect(replanned(desk, { extras: [extra, extra, extra] })).toBe('MuscleCapExceeded');
    expect(desk.doc).toBe(doc);
  });

  it('with nothing to change is the ledger as it was, and what was undone can still be redone', () => {
    const desk = new Desk();
    desk.give('procerus-M');
    desk.undo();
    const { doc } = desk;
    expect(replanned(desk, {})).toBe('done');
    expect(desk.doc).toBe(doc);
    expect(desk.redo()).toBe('done');
  });
});
