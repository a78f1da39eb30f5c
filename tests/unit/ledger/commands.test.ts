import { describe, expect, it } from 'vitest';
import { giveMany, opening } from '../../../src/ledger/commands';
import type { GiveEntry } from '../../../src/ledger/entry';
import type { MuscleId } from '../../../src/protocol/words';
import { anchorIn, Desk, vial } from '../../support/ledger-desk';

describe('an opened ledger', () => {
  it('plans every fixed site: 155 U in 31 sites, nothing given, the vial untouched', () => {
    const { rows, totals } = new Desk().fold();
    expect(rows).toHaveLength(31);
    expect(new Set(rows.map((row) => row.state))).toEqual(new Set(['planned']));
    expect(totals).toMatchObject({
      given: 0,
      planned: 155,
      cap: 195,
      sitesGiven: 0,
      sitesSkipped: 0,
      sitesPlanned: 31,
    });
    expect(totals.byVial.get('v1')).toMatchObject({ drawn: 0, left: 200 });
    expect(totals.byMuscle.trapezius).toEqual({ given: 0, planned: 30, extras: 0, extrasAllowed: 4, extrasLeft: 4 });
    expect(totals.byMuscle.frontalis).toEqual({ given: 0, planned: 20, extras: 0, extrasAllowed: 0, extrasLeft: 0 });
  });

  it('is one step', () => {
    expect(new Set(new Desk().doc.entries.map((entry) => entry.step)).size).toBe(1);
  });

  it('is refused where the head has no place for a site', () => {
    const without = opening(
      (site) => (site === 'procerus-M' ? undefined : anchorIn('frontalis', 'left')),
      new Desk().stamp(),
    );
    expect(without).toEqual({ ok: false, error: { kind: 'UnknownSite', site: 'procerus-M' } });
  });
});

describe('entries', () => {
  it('keep their reasons without the blanks around them', () => {
    const desk = new Desk();
    const reasons = () => desk.doc.entries.flatMap((entry) => ('reason' in entry ? [entry.reason] : []));
    desk.move('procerus-M', undefined, ' Brow sits low\n');
    desk.void('procerus-M', '\tEntered by mistake ');
    desk.incident(1, { reason: ' Leaked ' });
    desk.offProtocol(5, { reason: ' Clenches ', where: ' Belly ' });
    desk.waste(1, ' Left in the needle ');
    desk.voidEntry(desk.lastId(), ' Wrong vial ');
    expect(reasons()).toEqual([
      'Brow sits low',
      'Entered by mistake',
      'Leaked',
      'Clenches',
      'Left in the needle',
      'Wrong vial',
    ]);
    expect(desk.doc.entries.find(({ kind }) => kind === 'off-protocol')).toMatchObject({ where: 'Belly' });
    desk.stop(' Patient fainted ');
    expect(new Set(reasons().slice(6))).toEqual(new Set(['Patient fainted']));
  });

  it('of an extra and of a move say nothing of warnings where none were told', () => {
    const desk = new Desk();
    desk.extra('temporalis');
    desk.move('temporalis-L-F1');
    for (const entry of desk.doc.entries.slice(31)) expect(entry).not.toHaveProperty('warned');
    expect(desk.row('temporalis-L-F1')).not.toHaveProperty('warned');
    expect(desk.row('procerus-M')).not.toHaveProperty('moved');
  });
});

describe('giving', () => {
  it('moves one aliquot from planned to given and out of the vial', () => {
    const desk = new Desk();
    expect(desk.give('procerus-M')).toBe('done');
    expect(desk.row('procerus-M')).toMatchObject({ state: 'given', at: desk.doc.entries.at(-1)?.at });
    expect(desk.fold().totals).toMatchObject({ given: 5, planned: 155, sitesGiven: 1, sitesPlanned: 31 });
    expect(desk.fold().totals.byVial.get('v1')).toMatchObject({ drawn: 5, left: 195 });
  });

  it.each([0, 2.5, 4, 6, 10, -5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %d units, which are not one aliquot',
    (amount) => {
      const desk = new Desk();
      expect(desk.give('procerus-M', amount)).toBe('NotAnAliquot');
      expect(desk.refusal).toEqual({ kind: 'NotAnAliquot', asked: amount, aliquot: 5 });
      expect(desk.giveMany('frontalis', amount)).toBe('NotAnAliquot');
      expect(desk.extra('temporalis', 'left', amount)).toBe('NotAnAliquot');
      expect(desk.doc.entries).toHaveLength(31);
    },
  );

  it('refuses a second dose at a given site', () => {
    const desk = new Desk();
    desk.give('corrugator-L');
    expect(desk.give('corrugator-L')).toBe('SiteAlreadyGiven');
    expect(desk.fold().totals.given).toBe(5);
  });

  it('refuses a skipped site until the skip is voided', () => {
    const desk = new Desk();
    desk.skip('corrugator-L');
    expect(desk.give('corrugator-L')).toBe('SiteSkipped');
    desk.void('corrugator-L');
    expect(desk.give('corrugator-L')).toBe('done');
  });

  it('refuses a site that the session does not have', () => {
    const desk = new Desk();
    expect(desk.give('masseter-L-1')).toBe('UnknownSite');
    expect(desk.give('temporalis-L-F1')).toBe('UnknownSite');
    desk.extra('temporalis');
    desk.void('temporalis-L-F1');
    expect(desk.give('temporalis-L-F1'), 'withdrawn').toBe('UnknownSite');
  });

  it('refuses a vial that the session does not have', () => {
    expect(new Desk().give('procerus-M', 5, 'v2')).toBe('UnknownVial');
  });

  it('gives down to the last unit of a vial and refuses the next dose from it', () => {
    const desk = new Desk([vial('small', 10), vial('other', 100)]);
    expect(desk.give('corrugator-L')).toBe('done');
    expect(desk.give('corrugator-R')).toBe('done');
    expect(desk.give('procerus-M')).toBe('VialExhausted');
    expect(desk.refusal).toEqual({ kind: 'VialExhausted', vial: 'small', left: 0, asked: 5 });
    expect(desk.give('procerus-M', 5, 'other')).toBe('done');
  });

  it('refuses a dose larger than what is left', () => {
    const desk = new Desk([vial('odd', 8)]);
    desk.give('corrugator-L');
    expect(desk.give('corrugator-R')).toBe('VialExhausted');
    expect(desk.refusal).toMatchObject({ left: 3, asked: 5 });
  });
});

describe('giving the rest of a muscle', () => {
  it('gives what is still planned there, extras included, as one step', () => {
    const desk = new Desk();
    desk.extra('temporalis', 'right');
    desk.give('temporalis-L-1');
    desk.skip('temporalis-R-4');
    expect(desk.giveMany('temporalis')).toBe('done');
    const step = desk.doc.entries.at(-1)?.step;
    expect(
      desk.doc.entries.filter((entry) => entry.step === step).map((entry) => ('site' in entry ? entry.site : null)),
    ).toEqual([
      ...['temporalis-L-2', 'temporalis-L-3', 'temporalis-L-4'],
      ...['temporalis-R-1', 'temporalis-R-2', 'temporalis-R-3', 'temporalis-R-F1'],
    ]);
    expect(desk.fold().totals.byMuscle.temporalis).toMatchObject({ given: 40, planned: 40 });
    desk.undo();
    expect(desk.fold().totals.given).toBe(5);
  });

  it('gives none where the vial does not hold all', () => {
    const desk = new Desk([vial('small', 15)]);
    expect(desk.giveMany('frontalis')).toBe('VialExhausted');
    expect(desk.fold().totals.given).toBe(0);
    expect(desk.doc.entries).toHaveLength(31);
  });

  /** What one press on a muscle, or on one side of it, adds. */
  const pressed = (desk: Desk, muscle: 'frontalis' | 'masseter', side?: 'left' | 'right') => {
    const dose = { muscle: muscle as MuscleId, vial: 'v1', amount: 5, ...(side === undefined ? {} : { side }) };
    const outcome = giveMany(desk.doc, desk.vials, dose, desk.stamp());
    if (!outcome.ok) return outcome.error;
    return outcome.value.entries
      .slice(desk.doc.entries.length)
      .filter((entry): entry is GiveEntry => entry.kind === 'give')
      .map(({ site, together }) => [site, together]);
  };

  it('says of each dose that it was confirmed with others: of the muscle, or of one side', () => {
    const desk = new Desk();
    expect(pressed(desk, 'frontalis')).toEqual([
      ['frontalis-L-1', 'muscle'],
      ['frontalis-L-2', 'muscle'],
      ['frontalis-R-1', 'muscle'],
      ['frontalis-R-2', 'muscle'],
    ]);
    expect(pressed(desk, 'frontalis', 'right')).toEqual([
      ['frontalis-R-1', 'side'],
      ['frontalis-R-2', 'side'],
    ]);
  });

  it('says nothing of others where one was left, nor of a dose given by itself', () => {
    const desk = new Desk();
    desk.give('frontalis-R-1');
    expect(desk.doc.entries.at(-1)).not.toHaveProperty('together');
    expect(pressed(desk, 'frontalis', 'right')).toEqual([['frontalis-R-2', undefined]]);
    const given = giveMany(
      desk.doc,
      desk.vials,
      { muscle: 'frontalis', side: 'right', vial: 'v1', amount: 5 },
      desk.stamp(),
    );
    expect(given.ok && given.value.entries.at(-1)).not.toHaveProperty('together');
  });

  it('is refused in a muscle of which the session has no site', () => {
    expect(pressed(new Desk(), 'masseter')).toEqual({ kind: 'UnknownSite', site: 'masseter' });
  });

  it('refuses when nothing is left to give', () => {
    const desk = new Desk();
    desk.giveMany('procerus');
    expect(desk.giveMany('procerus')).toBe('SiteAlreadyGiven');
    desk.skip('corrugator-L');
    desk.skip('corrugator-R');
    expect(desk.giveMany('corrugator')).toBe('SiteSkipped');
  });
});

describe('skipping', () => {
  it('takes the units off the plan and keeps the reason', () => {
    const desk = new Desk();
    expect(desk.skip('trapezius-R-3', '  Existing weakness ')).toBe('done');
    expect(desk.row('trapezius-R-3')).toMatchObject({ state: 'skipped', reason: 'Existing weakness' });
    expect(desk.fold().totals).toMatchObject({ planned: 150, sitesPlanned: 30, sitesSkipped: 1 });
  });

  it.each(['', '   ', '\n'])('refuses the reason %j', (reason) => {
    const desk = new Desk();
    expect(desk.skip('trapezius-R-3', reason)).toBe('ReasonMissing');
    desk.give('trapezius-R-3');
    expect(desk.void('trapezius-R-3', reason)).toBe('ReasonMissing');
  });

  it('refuses a given site, a skipped one and an unknown one', () => {
    const desk = new Desk();
    desk.give('procerus-M');
    desk.skip('corrugator-L');
    expect(desk.skip('procerus-M')).toBe('SiteAlreadyGiven');
    expect(desk.skip('corrugator-L')).toBe('SiteSkipped');
    expect(desk.skip('temporalis-L-F1')).toBe('UnknownSite');
  });

  it('of fixed sites makes no room for extras', () => {
    const desk = new Desk();
    for (const n of [1, 2, 3]) desk.skip(`occipitalis-L-${String(n)}`);
    desk.extra('occipitalis');
    desk.extra('occipitalis');
    expect(desk.extra('occipitalis')).toBe('MuscleCapExceeded');
  });
});

describe('voiding', () => {
  it('a dose plans the site again and puts the units back into their own vial', () => {
    const desk = new Desk([vial('v1', 100), vial('v2', 100)]);
    desk.give('procerus-M', 5, 'v2');
    expect(desk.void('procerus-M')).toBe('done');
    expect(desk.row('procerus-M').state).toBe('planned');
    expect(desk.row('procerus-M')).not.toHaveProperty('at');
    expect(desk.fold().totals).toMatchObject({ given: 0, planned: 155 });
    expect([...desk.fold().totals.byVial.values()]).toMatchObject([
      { drawn: 0, left: 100 },
      { drawn: 0, left: 100 },
    ]);
    expect(desk.doc.entries.map((entry) => entry.kind).slice(-2)).toEqual(['give', 'void']);
  });

  it('a skip plans the site again', () => {
    const desk = new Desk();
    desk.skip('procerus-M');
    expect(desk.void('procerus-M')).toBe('done');
    expect(desk.row('procerus-M')).not.toHaveProperty('reason');
    expect(desk.fold().totals).toMatchObject({ planned: 155, sitesSkipped: 0 });
  });

  it('a given extra plans it again, and once more withdraws it', () => {
    const desk = new Desk();
    desk.extra('trapezius', 'right');
    desk.give('trapezius-R-F1');
    expect(desk.void('trapezius-R-F1')).toBe('done');
    expect(desk.row('trapezius-R-F1').state).toBe('planned');
    expect(desk.void('trapezius-R-F1')).toBe('done');
    expect(desk.row('trapezius-R-F1').state).toBe('withdrawn');
    expect(desk.fold().totals.byMuscle.trapezius).toMatchObject({ planned: 30, extras: 0, extrasLeft: 4 });
    expect(desk.void('trapezius-R-F1')).toBe('NothingToVoid');
  });

  it('refuses a planned fixed site, which is skipped instead, and an unknown one', () => {
    const desk = new Desk();
    expect(desk.void('procerus-M')).toBe('NothingToVoid');
    expect(desk.void('temporalis-L-F1')).toBe('UnknownSite');
  });

  it('the skip of an extra is refused when another has taken its place', () => {
    const desk = new Desk();
    desk.extra('occipitalis');
    desk.extra('occipitalis');
    desk.skip('occipitalis-L-F1');
    expect(desk.extra('occipitalis', 'right')).toBe('done');
    expect(desk.void('occipitalis-L-F1')).toBe('MuscleCapExceeded');
    desk.void('occipitalis-R-F1');
    expect(desk.void('occipitalis-L-F1')).toBe('done');
  });
});
