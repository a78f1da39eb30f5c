import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { placeSites } from '../../../src/anatomy/place-sites';
import { placeByOffset, resolvePoint } from '../../../src/anatomy/resolve-skin';
import { offsetSentence } from '../../../src/anatomy/sentence';
import { readLandmarkCommand } from '../../../src/learn/landmark-command';
import { isPairedLandmark, landmarkNames } from '../../../src/learn/landmark-words';
import { sitesOf } from '../../../src/protocol/sites';
import { read, refusal } from '../../support/landmark-command';
import { standardAnatomy } from '../../support/standard-head';

const anatomy = await standardAnatomy();

/** Where on the standard head a command leads; null where it is refused or no skin is. */
function landing(text: string, side: 'left' | 'right'): Vec3 | null {
  const place = readLandmarkCommand(text, side);
  const found = place.ok ? placeByOffset(anatomy, place.value) : place;
  return found.ok ? found.value.positionMm : null;
}

/** Each way across, the axis of the head it goes along, and which way along that. */
function acrossOf(side: 'left' | 'right') {
  const outward = side === 'left' ? 1 : -1;
  return [
    ['forward', 2, 1],
    ['back', 2, -1],
    ['lateral', 0, outward],
    ['medial', 0, -outward],
    ['left', 0, 1],
    ['right', 0, -1],
  ] as const;
}

describe('a landmark command', () => {
  it.each([
    ['up 30 mm from tragus', 'tragus left +30 lateral 0'],
    ['30 up from the tragus', 'tragus left +30 lateral 0'],
    ['2 cm above inion, 15 mm lateral', 'inion left +20 lateral 15'],
    ['3cm down 1cm lateral from the inion', 'inion left -30 lateral 10'],
    ['15 mm behind tragus', 'tragus left +0 back 15'],
    ['15 mm above and 22 mm in front of the tragus', 'tragus left +15 forward 22'],
    ['Tragus: 30 up, 15 back.', 'tragus left +30 back 15'],
    ['1.5 cm superior to the brow', 'brow left +15 lateral 0'],
    ['1,5 cm up from the brow', 'brow left +15 lateral 0'],
    ['10 mm above the external occipital protuberance and 40 laterally', 'inion left +10 lateral 40'],
    ['EOP 30 down', 'inion left -30 lateral 0'],
    ['5 mm medial to the medial canthus', 'inner-canthus left +0 medial 5'],
    ['20 mm back from the mastoid-tip', 'mastoid-tip left +0 back 20'],
    ['40 mm lateral from C7', 'c7 left +0 lateral 40'],
    ['at the glabella', 'glabella left +0 lateral 0'],
  ])('reads "%s"', (text, place) => {
    expect(read(text)).toBe(place);
  });

  it('reads a place on the crest of the shoulder as it is told: inward is up', () => {
    expect(read('85 mm medial to and 10 mm behind the acromion')).toBe('acromion left +85 back 10');
    expect(read('20 mm lateral to and 5 mm in front of the neck-shoulder point', 'right')).toBe(
      'neck-shoulder right -20 forward 5',
    );
  });

  it('reads back every sentence in which a site of either map is told', () => {
    let told = 0;
    for (const map of ['preempt-2017', 'preempt-2010'] as const) {
      const sites = placeSites(anatomy, sitesOf(map));
      if (!sites.ok) throw new Error('not placed');
      for (const { site, positionMm } of sites.value) {
        const found = resolvePoint(anatomy, positionMm);
        const offset = found.ok ? found.value.offset : null;
        if (offset === null) throw new Error(`no offset for ${site.id}`);
        const back = readLandmarkCommand(offsetSentence(offset), offset.side);
        // Where nothing is across, the way across says nothing.
        const toward = offset.alongMm === 0 ? 'lateral' : offset.toward;
        expect(back, offsetSentence(offset)).toEqual({ ok: true, value: { ...offset, toward } });
        told += 1;
      }
    }
    expect(told).toBe(62);
  });

  it('leads to the side of the patient that is worked on: 10 mm from the midline, as the rule of the neck says it', () => {
    expect(landing('30 mm below the inion, 10 mm from the midline', 'left')?.[0]).toBeCloseTo(10, 0);
    expect(landing('30 mm below the inion, 10 mm from the midline', 'right')?.[0]).toBeCloseTo(-10, 0);
  });

  it('leads the way it says from every landmark, or is refused', () => {
    let led = 0;
    for (const name of landmarkNames)
      for (const climb of ['', ', 20 mm up', ', 20 mm down'])
        for (const side of ['left', 'right'] as const)
          for (const [way, axis, sign] of acrossOf(side)) {
            const told = `from the ${name.replaceAll('-', ' ')}${climb}, ${way}`;
            const [from, to] = [landing(`${told} 1`, side), landing(`${told} 15`, side)];
            if (from === null || to === null) continue;
            // Of 14 mm walked: the skin of a neck or behind an ear is steep.
            expect((to[axis] - from[axis]) * sign, `${side}: ${told}`).toBeGreaterThan(2.5);
            led += 1;
          }
    expect(led).toBeGreaterThan(100);
  });

  it('takes the side that is worked on unless it names one, and left and right as the patient’s', () => {
    expect(read('30 up from tragus', 'right')).toBe('tragus right +30 lateral 0');
    expect(read("30 up from the patient's left tragus", 'right')).toBe('tragus left +30 lateral 0');
    expect(read('12 mm left of the glabella', 'midline')).toBe('glabella left +0 lateral 12');
    expect(read('12 mm right from the brow', 'left')).toBe('brow left +0 medial 12');
  });

  it('reads every landmark that can be measured from, by its own name', () => {
    for (const name of landmarkNames)
      expect(read(`at the ${name.replaceAll('-', ' ')}`), name).toBe(`${name} left +0 lateral 0`);
  });

  it('knows those landmarks that the head has, and which of them have two sides', () => {
    expect([...landmarkNames].sort()).toEqual([...new Set(anatomy.model.landmarks.map(({ name }) => name))].sort());
    for (const name of landmarkNames) expect(isPairedLandmark(name), name).toBe(anatomy.isPaired(name));
  });

  it.each([
    ['', { kind: 'empty' }],
    ['30 up', { kind: 'no-landmark' }],
    ['up 30 from tragus to the inion', { kind: 'two-landmarks', first: 'tragus', second: 'inion' }],
    ['up two fingers from tragus', { kind: 'not-understood', what: 'two' }],
    ['up 3 inches from tragus', { kind: 'not-understood', what: 'inches' }],
    ['up -30 from tragus', { kind: 'not-understood', what: '-30' }],
    ['30 mm from tragus', { kind: 'no-way', mm: 30 }],
    ['up from tragus', { kind: 'no-length', what: 'up' }],
    ['up 10 down 20 from tragus', { kind: 'twice', what: 'down' }],
    ['10 forward 20 back from tragus', { kind: 'twice', what: 'back' }],
    ['up 16 cm from tragus', { kind: 'too-far', mostMm: 150 }],
  ])('says what is wrong with "%s"', (text, error) => {
    expect(refusal(text)).toEqual(error);
  });

  it('asks for a side in the midline, where nothing is lateral and no paired landmark is meant', () => {
    expect(refusal('10 up from the brow', 'midline')).toEqual({ kind: 'which-side', what: 'brow' });
    expect(refusal('10 lateral from the glabella', 'midline')).toEqual({ kind: 'which-side', what: 'lateral' });
    expect(read('10 up from the glabella', 'midline')).toBe('glabella midline +10 lateral 0');
  });
});
