import { beforeAll, describe, expect, it } from 'vitest';
import type { Anatomy } from '../../../src/anatomy/anatomy';
import type { SkinOffset, SkinRay, Vec3 } from '../../../src/anatomy/anchor';
import { placeByOffset, type Resolved, resolvePoint, resolveRay } from '../../../src/anatomy/resolve-skin';
import { distance } from '../../../src/anatomy/vector';
import { standardAnatomy } from '../../support/standard-head';

let anatomy: Anatomy;
beforeAll(async () => {
  anatomy = await standardAnatomy();
}, 60_000);

const fromLeft = (y: number, z: number): SkinRay => ({ origin: [300, y, z], direction: [-1, 0, 0] });

function found(result: ReturnType<typeof resolveRay>): Resolved {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

const temple: SkinOffset = { landmark: 'tragus', side: 'left', upMm: 50, toward: 'forward', alongMm: 10 };

describe('a click on the skin', () => {
  it('over the temple is temporalis, told from the tragus, with an anchor that says the same', () => {
    const there = found(placeByOffset(anatomy, temple));
    const [x, y, z] = there.positionMm;
    const clicked = found(resolveRay(anatomy, { origin: [x + 100, y, z], direction: [-1, 0, 0] }));
    expect(clicked.under).toEqual({ muscle: 'temporalis', side: 'left' });
    expect(clicked.sentence).toBe('left temporalis, 50 mm above and 10 mm in front of the tragus');
    expect(clicked.anchor).toMatchObject({
      muscle: 'temporalis',
      side: 'left',
      sentence: clicked.sentence,
      offset: temple,
      head: anatomy.model.ref,
      positionMm: clicked.positionMm,
      triangle: clicked.triangle,
    });
  });

  it('on the right tells the patient’s right', () => {
    const there = found(placeByOffset(anatomy, { ...temple, side: 'right' }));
    expect(found(resolvePoint(anatomy, there.positionMm)).sentence).toBe(
      'right temporalis, 50 mm above and 10 mm in front of the tragus',
    );
    expect(there.positionMm[0]).toBeLessThan(0);
  });

  it('on the ear says ear, and has no anchor', () => {
    const ear = found(resolveRay(anatomy, fromLeft(5, -18)));
    expect(ear).toMatchObject({ under: null, other: 'ear', anchor: null, offset: null });
  });

  it('on the sternocleidomastoid names it, as no muscle of the paradigm', () => {
    const sheet = anatomy.model.muscles.find(({ muscle, side }) => muscle === 'sternocleidomastoid' && side === 'left');
    const middle = 3 * Math.floor((sheet?.positions.length ?? 0) / 6);
    const at = Array.from(sheet?.positions.slice(middle, middle + 3) ?? []) as unknown as Vec3;
    expect(found(resolvePoint(anatomy, at))).toMatchObject({ under: null, other: 'sternocleidomastoid', anchor: null });
  });

  it('on the chin finds no muscle', () => {
    const chin = found(resolveRay(anatomy, { origin: [0, -75, 300], direction: [0, 0, -1] }));
    expect(chin).toMatchObject({ under: null, other: null, anchor: null });
  });

  it('beside the head finds no skin', () => {
    expect(resolveRay(anatomy, fromLeft(300, 0))).toEqual({ ok: false, error: { kind: 'off-skin' } });
    expect(resolvePoint(anatomy, [300, 0, 0])).toEqual({ ok: false, error: { kind: 'off-skin' } });
  });
});

describe('an offset typed into the form', () => {
  it('keeps its landmark and numbers as typed', () => {
    const typed: SkinOffset = { landmark: 'c7', side: 'left', upMm: 0, toward: 'lateral', alongMm: 60 };
    expect(found(placeByOffset(anatomy, typed)).anchor).toMatchObject({
      offset: typed,
      sentence: 'left trapezius, 60 mm lateral to C7',
    });
  });

  it('along the shoulder goes inward from the acromion either way of saying it', () => {
    const medial = found(
      placeByOffset(anatomy, { landmark: 'acromion', side: 'left', upMm: 0, toward: 'medial', alongMm: 40 }),
    );
    const inward = found(
      placeByOffset(anatomy, { landmark: 'acromion', side: 'left', upMm: 40, toward: 'back', alongMm: 0 }),
    );
    expect(distance(medial.positionMm, inward.positionMm)).toBeLessThan(0.5);
    expect(medial.under).toEqual({ muscle: 'trapezius', side: 'left' });
  });

  it('twice along the shoulder, as older plans keep it, is told by one way along it', () => {
    const twice = found(
      placeByOffset(anatomy, { landmark: 'acromion', side: 'left', upMm: -5, toward: 'medial', alongMm: 90 }),
    );
    const once = found(
      placeByOffset(anatomy, { landmark: 'acromion', side: 'left', upMm: 0, toward: 'medial', alongMm: 85 }),
    );
    expect(distance(twice.positionMm, once.positionMm)).toBeLessThan(0.5);
    expect(twice.anchor?.sentence).not.toMatch(/(medial|lateral).*(medial|lateral)/);
    expect(twice.anchor?.offset).toEqual(twice.offset);
  });

  it('beyond the edge of the bust is refused', () => {
    const below = placeByOffset(anatomy, { landmark: 'c7', side: 'left', upMm: -290, toward: 'lateral', alongMm: 0 });
    expect(below).toMatchObject({ ok: false, error: { kind: 'ran-off' } });
  });

  it('that no skin leads to is refused', () => {
    const ahead = placeByOffset(anatomy, {
      landmark: 'glabella',
      side: 'left',
      upMm: 0,
      toward: 'forward',
      alongMm: 10,
    });
    expect(ahead).toMatchObject({ ok: false, error: { kind: 'no-way' } });
  });

  it('onto the ear is refused', () => {
    const onto = placeByOffset(anatomy, { landmark: 'tragus', side: 'left', upMm: 5, toward: 'back', alongMm: 18 });
    expect(onto).toEqual({ ok: false, error: { kind: 'on-ear' } });
  });
});
