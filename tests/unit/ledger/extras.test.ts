import { describe, expect, it } from 'vitest';
import { paradigmLimits } from '../../../src/ledger/limits';
import { refusalOf } from '../../../src/ledger/rules';
import { emptyTally, record } from '../../../src/ledger/tally';
import type { MuscleId } from '../../../src/protocol/words';
import { units } from '../../../src/protocol/words';
import { anchorIn, Desk } from '../../support/ledger-desk';

const fill = (desk: Desk): void => {
  for (const muscle of ['temporalis', 'occipitalis', 'trapezius', 'trapezius'] as const) {
    for (const side of ['left', 'right'] as const) desk.extra(muscle, side);
  }
};

describe('follow-the-pain extras', () => {
  it('fill up to 195 U in 39 sites, and the ninth is refused with the muscle and the session figures', () => {
    const desk = new Desk();
    fill(desk);
    expect(desk.fold().totals).toMatchObject({ planned: 195, sitesPlanned: 39 });
    for (const [muscle, extras, cap] of [
      ['temporalis', 2, 50],
      ['occipitalis', 2, 40],
      ['trapezius', 4, 50],
    ] as const) {
      expect(desk.extra(muscle, 'right')).toBe('MuscleCapExceeded');
      expect(desk.refusal).toEqual({ kind: 'MuscleCapExceeded', muscle, extras, cap, committed: 195, sessionCap: 195 });
    }
  });

  it('can all be given from one 200 U vial, which then holds 5 U', () => {
    const desk = new Desk();
    fill(desk);
    for (let site = desk.next(); site !== null; site = desk.next()) expect(desk.give(site)).toBe('done');
    expect(desk.fold().totals).toMatchObject({ given: 195, sitesGiven: 39 });
    expect(desk.fold().totals.byVial.get('v1')).toMatchObject({ drawn: 195, left: 5 });
  });

  it.each(['corrugator', 'procerus', 'frontalis', 'paraspinal'] as const)('are refused in the %s', (muscle) => {
    const desk = new Desk();
    expect(desk.extra(muscle, muscle === 'procerus' ? 'midline' : 'left')).toBe('FtpNotAllowedHere');
    expect(desk.refusal).toMatchObject({ muscle, allowed: ['temporalis', 'occipitalis', 'trapezius'] });
  });

  it('are refused where the point lies in another muscle or on the other side than is said', () => {
    const desk = new Desk();
    expect(desk.extra('temporalis', 'left', 5, anchorIn('frontalis', 'left'))).toBe('FtpNotAllowedHere');
    expect(desk.refusal).toMatchObject({ muscle: 'frontalis' });
    expect(desk.extra('occipitalis', 'left', 5, anchorIn('trapezius', 'left'))).toBe('UnknownSite');
    expect(desk.extra('temporalis', 'left', 5, anchorIn('temporalis', 'right'))).toBe('UnknownSite');
    expect(desk.extra('trapezius', 'midline'), 'paired muscles have no midline site').toBe('UnknownSite');
  });

  it.each([
    ['temporalis', 2],
    ['occipitalis', 2],
    ['trapezius', 4],
  ] as const)('in the %s may all lie on one side', (muscle, allowed) => {
    const desk = new Desk();
    for (let n = 0; n < allowed; n += 1) expect(desk.extra(muscle, 'left')).toBe('done');
    expect(desk.fold().totals.byMuscle[muscle].extrasLeft).toBe(0);
    expect(desk.extra(muscle, 'right')).toBe('MuscleCapExceeded');
  });

  it('are numbered by muscle and side, and a withdrawn number is not used again', () => {
    const desk = new Desk();
    desk.extra('trapezius', 'left');
    desk.extra('trapezius', 'right');
    desk.extra('trapezius', 'left');
    desk.void('trapezius-L-F2');
    desk.extra('trapezius', 'left');
    expect(
      desk
        .fold()
        .rows.filter((row) => row.ftp)
        .map((row) => [row.id, row.state]),
    ).toEqual([
      ['trapezius-L-F1', 'planned'],
      ['trapezius-R-F1', 'planned'],
      ['trapezius-L-F2', 'withdrawn'],
      ['trapezius-L-F3', 'planned'],
    ]);
  });

  it('come after the fixed sites of their muscle, in the list and in the order of work', () => {
    const desk = new Desk();
    desk.extra('occipitalis', 'left');
    desk.extra('temporalis', 'right');
    const ids = desk.fold().rows.map((row) => row.id);
    expect(ids.slice(ids.indexOf('temporalis-R-4'), ids.indexOf('occipitalis-L-1') + 1)).toEqual([
      'temporalis-R-4',
      'temporalis-R-F1',
      'occipitalis-L-1',
    ]);
    for (const muscle of ['corrugator', 'procerus', 'frontalis'] as const satisfies MuscleId[]) desk.giveMany(muscle);
    for (let n = 0; n < 8; n += 1) desk.give(desk.next() ?? '');
    expect(desk.next()).toBe('temporalis-R-F1');
  });
});

describe('the session cap', () => {
  // With the paradigm's own caps every muscle is full before the session is: a tighter session cap shows it is watched.
  const tally = () => {
    const tight = emptyTally([], { ...paradigmLimits, sessionCap: units(160) });
    for (const entry of new Desk().doc.entries) record(tight, entry);
    return tight;
  };
  const extraOf = (muscle: MuscleId) => {
    const desk = new Desk();
    desk.extra(muscle);
    const entry = desk.doc.entries.at(-1);
    if (entry === undefined) throw new Error('no entry');
    return entry;
  };

  it('allows the extra that reaches it and refuses the one past it', () => {
    const tight = tally();
    expect(refusalOf(tight, extraOf('temporalis'))).toBeNull();
    record(tight, extraOf('temporalis'));
    expect(refusalOf(tight, extraOf('trapezius'))).toEqual({ kind: 'CapExceeded', cap: 160, committed: 160, asked: 5 });
  });

  it('stands back behind the cap of a muscle where both are reached', () => {
    const tight = { ...tally(), limits: { ...paradigmLimits, sessionCap: units(155), extrasOf: () => 0 } };
    expect(refusalOf(tight, extraOf('temporalis'))?.kind).toBe('MuscleCapExceeded');
  });
});
