import { describe, expect, it } from 'vitest';
import type { Anchor, SkinOffset } from '../../../src/anatomy/anchor';
import { moveSite } from '../../../src/anatomy/move-site';
import { placeHead } from '../../../src/anatomy/placed-head';
import { moveLeeway } from '../../../src/protocol/move';
import { standardAnatomy } from '../../support/standard-head';

const anatomy = await standardAnatomy();
const head = placeHead(anatomy);
if (!head.ok) throw new Error(head.error);
const sites = head.value.maps['preempt-2017'];
const anchorOf = (id: string): Anchor => {
  const found = sites.find(({ site }) => site === id);
  if (found === undefined) throw new Error(`no site ${id}`);
  return found.anchor;
};

const moved = (id: string, change: (offset: SkinOffset) => Partial<SkinOffset>) => {
  const { muscle, side, positionMm, offset } = anchorOf(id);
  return moveSite(anatomy, {
    muscle,
    side,
    from: positionMm,
    to: { kind: 'offset', ...offset, ...change(offset) },
  });
};

describe('moving a site over the skin of the head', () => {
  it('left where it is, is no move at all, but for the offset being told in whole millimetres', () => {
    for (const { site } of sites) {
      const same = moved(site, () => ({}));
      if (!same.ok) throw new Error(`${site}: ${same.error.kind}`);
      expect(same.value.shiftMm, site).toBeLessThan(0.8);
      expect(same.value.outsideMm, site).toBeLessThan(moveLeeway.mm);
    }
  });

  it('up the forehead, is shifted by as much along the skin, and keeps the offset as it was asked', () => {
    const higher = moved('frontalis-L-1', ({ upMm }) => ({ upMm: upMm + 8 }));
    if (!higher.ok) throw new Error(higher.error.kind);
    expect(higher.value.shiftMm).toBeGreaterThan(7);
    expect(higher.value.shiftMm).toBeLessThan(9);
    expect(higher.value.outsideMm).toBe(0);
    expect(higher.value.anchor).toMatchObject({ muscle: 'frontalis', side: 'left' });
    expect(higher.value.anchor.offset.upMm).toBe(anchorOf('frontalis-L-1').offset.upMm + 8);
  });

  it('is a site of its own muscle also where another one is drawn over it', () => {
    // The corrugator is told before the frontalis where they overlap.
    const lower = moved('frontalis-L-1', ({ upMm }) => ({ upMm: upMm - 25 }));
    if (lower.ok) expect(lower.value.anchor.muscle).toBe('frontalis');
    else expect(lower.error.kind).toBe('elsewhere');
  });

  it('may leave its drawn muscle by as much as its edges are known to vary, and no further', () => {
    const reach = (by: number) => moved('temporalis-L-4', ({ alongMm, toward }) => back(toward, alongMm, by));
    const outside = Array.from({ length: 60 }, (_, by) => reach(by));
    const allowed = outside.filter((one) => one.ok && one.value.outsideMm > 0);
    expect(allowed.length).toBeGreaterThan(2);
    for (const one of allowed) expect(one.ok && one.value.outsideMm).toBeLessThanOrEqual(moveLeeway.mm);
    const first = outside.findIndex((one) => !one.ok);
    expect(first).toBeGreaterThan(5);
    expect(outside.slice(first).every((one) => !one.ok && one.error.kind === 'elsewhere')).toBe(true);
  });

  it('stays on its own side', () => {
    const { muscle, side, positionMm } = anchorOf('corrugator-L');
    const to = { kind: 'offset', ...anchorOf('corrugator-R').offset } as const;
    const over = moveSite(anatomy, { muscle, side, from: positionMm, to });
    expect(over).toMatchObject({ ok: false, error: { kind: 'elsewhere', under: { side: 'right' } } });
    // Just over the midline the left trapezius is no further away than a site may be outside its muscle.
    const nuchal = anchorOf('trapezius-L-1');
    const cast = (x: number) =>
      moveSite(anatomy, {
        muscle: nuchal.muscle,
        side: nuchal.side,
        from: anatomy.landmark('c7', 'midline').position,
        to: { kind: 'ray', ray: { origin: [x, -60, -300], direction: [0, 0, 1] } },
      });
    expect(cast(3).ok).toBe(true);
    expect(cast(-3)).toMatchObject({ ok: false, error: { kind: 'elsewhere' } });
  });

  it('refuses an ear, and a walk that leaves the skin', () => {
    const { muscle, side, positionMm } = anchorOf('temporalis-L-1');
    const [x, y, z] = anatomy.landmark('helix', 'left').position;
    const ray = { origin: [x + 60, y - 8, z] as const, direction: [-1, 0, 0] as const };
    const onEar = moveSite(anatomy, { muscle, side, from: positionMm, to: { kind: 'ray', ray } });
    expect(onEar.ok).toBe(false);
    expect(moved('trapezius-L-3', () => ({ upMm: -1000 })).ok).toBe(false);
  });
});

/** An offset so many millimetres further back. */
function back(toward: SkinOffset['toward'], alongMm: number, by: number): Pick<SkinOffset, 'toward' | 'alongMm'> {
  const along = (toward === 'back' ? alongMm : -alongMm) + by;
  return along >= 0 ? { toward: 'back', alongMm: along } : { toward: 'forward', alongMm: -along };
}
