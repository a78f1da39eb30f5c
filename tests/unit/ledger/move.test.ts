import { describe, expect, it } from 'vitest';
import { move } from '../../../src/ledger/commands';
import { anchorIn, Desk } from '../../support/ledger-desk';

const higher = { ...anchorIn('frontalis', 'left'), positionMm: [20, 60, 90] as const, sentence: 'higher' };

describe('a moved site', () => {
  it('stands at its new place, still planned, and says where it was planned, how far that is, and why', () => {
    const desk = new Desk();
    const before = desk.row('frontalis-L-1').anchor;
    expect(desk.move('frontalis-L-1', higher)).toBe('done');
    const row = desk.row('frontalis-L-1');
    expect(row).toMatchObject({ state: 'planned', anchor: higher });
    expect(row.moved).toMatchObject({ shiftMm: 4.5, outsideMm: 0, reason: 'Brow sits low', from: before });
    expect(desk.fold().totals).toMatchObject({ planned: 155, sitesPlanned: 31 });
  });

  it('moved again, still tells where it was planned', () => {
    const desk = new Desk();
    const before = desk.row('frontalis-L-1').anchor;
    desk.move('frontalis-L-1', higher);
    desk.move('frontalis-L-1', { ...higher, sentence: 'higher still' });
    expect(desk.row('frontalis-L-1').moved?.from).toEqual(before);
    expect(desk.row('frontalis-L-1').anchor.sentence).toBe('higher still');
  });

  it('goes back where it was planned when it is voided, and by undo', () => {
    const desk = new Desk();
    const before = desk.row('frontalis-L-1');
    desk.move('frontalis-L-1', higher);
    expect(desk.void('frontalis-L-1')).toBe('done');
    expect(desk.row('frontalis-L-1')).toEqual(before);
    expect(desk.void('frontalis-L-1'), 'and then there is nothing to take back').toBe('NothingToVoid');
    desk.undo();
    expect(desk.row('frontalis-L-1').anchor).toEqual(higher);
  });

  it('keeps its new place when a dose given there is voided', () => {
    const desk = new Desk();
    desk.move('frontalis-L-1', higher);
    desk.give('frontalis-L-1');
    desk.void('frontalis-L-1');
    expect(desk.row('frontalis-L-1')).toMatchObject({ state: 'planned', anchor: higher });
  });

  it('leaves neither its muscle nor its side: the dose is counted there', () => {
    const desk = new Desk();
    expect(desk.move('frontalis-L-1', anchorIn('corrugator', 'left'))).toBe('MovedElsewhere');
    expect(desk.refusal).toEqual({ kind: 'MovedElsewhere', site: 'frontalis-L-1', muscle: 'corrugator', side: 'left' });
    expect(desk.move('frontalis-L-1', anchorIn('frontalis', 'right'))).toBe('MovedElsewhere');
    expect(desk.move('procerus-M', anchorIn('procerus', 'midline'))).toBe('done');
  });

  it('does not go where its side cannot be, whatever the point says of itself', () => {
    const desk = new Desk();
    const across = { ...anchorIn('frontalis', 'left'), positionMm: [-20, 60, 90] as const };
    expect(desk.move('frontalis-L-1', across)).toBe('AnchorElsewhere');
    expect(desk.refusal).toEqual({ kind: 'AnchorElsewhere', site: 'frontalis-L-1' });
  });

  it('is not moved once it is given or skipped, nor without a reason', () => {
    const desk = new Desk();
    desk.give('frontalis-L-1');
    expect(desk.move('frontalis-L-1', higher)).toBe('SiteAlreadyGiven');
    desk.skip('frontalis-L-2');
    expect(desk.move('frontalis-L-2', anchorIn('frontalis', 'left'))).toBe('SiteSkipped');
    expect(desk.move('temporalis-L-1', anchorIn('temporalis', 'left'), '  ')).toBe('ReasonMissing');
    expect(desk.move('temporalis-L-9', anchorIn('temporalis', 'left'))).toBe('UnknownSite');
  });

  it('that is an extra may be moved as well, and is withdrawn from where it stands', () => {
    const desk = new Desk();
    desk.extra('temporalis');
    expect(desk.move('temporalis-L-F1', { ...anchorIn('temporalis', 'left'), sentence: 'lower' })).toBe('done');
    expect(desk.row('temporalis-L-F1').anchor.sentence).toBe('lower');
    expect(desk.void('temporalis-L-F1')).toBe('done');
    expect(desk.row('temporalis-L-F1').state).toBe('withdrawn');
  });

  it('keeps the warning that was told of its place, until it goes back', () => {
    const desk = new Desk();
    const told = [{ zone: 'supraorbital-nerve', side: 'left', mm: 2.5 }] as const;
    const change = { site: 'corrugator-L', anchor: anchorIn('corrugator', 'left'), shiftMm: 3, outsideMm: 0 };
    const moved = move(desk.doc, desk.vials, { ...change, reason: 'Asymmetry', warned: told }, desk.stamp());
    if (!moved.ok) throw new Error('refused');
    desk.doc = moved.value;
    expect(desk.row('corrugator-L').warned).toEqual(told);
    desk.void('corrugator-L');
    expect(desk.row('corrugator-L').warned).toBeUndefined();
  });
});
