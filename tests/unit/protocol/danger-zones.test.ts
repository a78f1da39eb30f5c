import { describe, expect, it } from 'vitest';
import type { ZoneId } from '../../../src/protocol/danger-zone';
import { dangerZones, positionEvidence, zoneOf, zoneSources } from '../../../src/protocol/danger-zones';
import type { Measure, Place } from '../../../src/protocol/rule';
import { sources } from '../../../src/protocol/sources';

function measuresIn(place: Place): readonly Measure[] {
  switch (place.op) {
    case 'landmark':
    case 'site':
      return [];
    case 'walk':
      return [...measuresIn(place.from), place.mm];
    case 'toward':
      return [...measuresIn(place.from), ...measuresIn(place.to), place.mm];
    case 'between':
      return [...measuresIn(place.from), ...measuresIn(place.to), place.fraction];
    case 'level':
      return [...measuresIn(place.from), ...measuresIn(place.with)];
  }
}

describe('the danger zones', () => {
  it('are all that the issue names, each once', () => {
    const ids = dangerZones.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of [
      'supraorbital-nerve',
      'supratrochlear-nerve',
      'orbital-rim',
      'superficial-temporal-artery',
      'auriculotemporal-nerve',
      'greater-occipital-nerve',
      'lesser-occipital-nerve',
      'third-occipital-nerve',
      'occipital-artery',
      'lung-apex',
    ] as const) {
      expect(ids).toContain(id);
    }
  });

  it('say of every confirmed or weak statement where it was read', () => {
    for (const { id, course, spread, depth, why } of dangerZones) {
      for (const said of [...course, spread, why, ...(depth === undefined ? [] : [depth])]) {
        if (said.evidence === 'confirmed' || said.evidence === 'weak') expect(said.sources, id).not.toEqual([]);
        for (const source of said.sources) expect(sources[source].id).toBe(source);
      }
    }
  });

  it('have a spread, a reason, a course, and say what of it is drawn', () => {
    for (const { id, course, spread, why, drawn } of dangerZones) {
      expect(spread.mm, id).toBeGreaterThan(1);
      expect(spread.mm, id).toBeLessThan(15);
      expect(course.length, id).toBeGreaterThan(1);
      for (const text of [spread.of, why.text, drawn]) expect(text.length, id).toBeGreaterThan(10);
    }
  });

  it('choose every length within what was measured', () => {
    for (const { id, course } of dangerZones) {
      for (const { min, max, chosen } of course.flatMap(({ at }) => measuresIn(at))) {
        expect(chosen, id).toBeGreaterThanOrEqual(min);
        expect(chosen, id).toBeLessThanOrEqual(max);
      }
    }
  });

  it('agree on where the two temporal branches and the occipital crossing begin', () => {
    const division = zoneOf('superficial-temporal-artery').course.at(-1);
    expect(zoneOf('superficial-temporal-artery-frontal').course[0]).toEqual(division);
    expect(zoneOf('superficial-temporal-artery-parietal').course[0]).toEqual(division);
    const crossing = zoneOf('occipital-artery').course[1]?.at;
    expect(zoneOf('greater-occipital-nerve').course.map(({ at }) => at)).toContainEqual(crossing);
  });

  it('list each source once and grade a position by its best known point', () => {
    expect(zoneSources(zoneOf('greater-occipital-nerve'))).toEqual(['S18', 'S17', 'S16']);
    expect(positionEvidence(zoneOf('greater-occipital-nerve'))).toBe('confirmed');
    expect(positionEvidence(zoneOf('lung-apex'))).toBe('derived');
  });

  it.each([
    [['unconfirmed', 'weak', 'derived'], 'weak'],
    [['derived', 'unconfirmed'], 'derived'],
    [['weak', 'confirmed'], 'confirmed'],
    [['unconfirmed', 'unconfirmed'], 'unconfirmed'],
    [[], 'unconfirmed'],
  ] as const)('are worth what the best point of their course is: of %j, %s', (grades, best) => {
    const [point] = zoneOf('lung-apex').course;
    if (point === undefined) throw new Error('the course has no point');
    const course = grades.map((evidence) => ({ ...point, evidence }));
    expect(positionEvidence({ ...zoneOf('lung-apex'), course })).toBe(best);
  });
});

describe('the figures of the danger zones', () => {
  const chosenOf = (id: ZoneId, at: number): readonly number[] => {
    const point = zoneOf(id).course[at];
    return point === undefined ? [] : measuresIn(point.at).map(({ chosen }) => chosen);
  };

  it('take the middle between men and women for the supraorbital nerve', () => {
    // (22.69 + 23.64) / 2 = 23.165 mm from the midline; (3.49 + 3.28) / 2 = 3.385 mm to either side.
    expect(chosenOf('supraorbital-nerve', 0)).toEqual([23.2]);
    expect(zoneOf('supraorbital-nerve').spread).toMatchObject({ mm: 3.4, is: 'sd' });
  });

  it('turn shares of the width into millimetres for the supratrochlear nerve', () => {
    // 23.2 mm are 0.48 of the width, which is 48.3 mm: 0.31 of it are 15.0, and 0.05 of it 2.4.
    expect(chosenOf('supratrochlear-nerve', 0)).toEqual([15]);
    expect(zoneOf('supratrochlear-nerve').spread).toMatchObject({ mm: 2.4, is: 'sd', evidence: 'derived' });
  });

  it('take the middle of a range, and half of it to either side, where no deviation was read', () => {
    // In front of the tragus 3.45 to 11.88 mm: middle 7.67, half 4.2. Above it 6.19 to 25.65 mm: middle 15.92.
    expect(chosenOf('auriculotemporal-nerve', 1)).toEqual([7.7, 15.9]);
    expect(zoneOf('auriculotemporal-nerve').spread).toMatchObject({ mm: 4.2, is: 'half-range' });
  });

  it('keep a centimetre off the orbital rim, as cosmetic guidance has it', () => {
    expect(zoneOf('orbital-rim').spread).toMatchObject({ mm: 10, is: 'keep-off', evidence: 'weak' });
  });

  it('go by the shallower mean for the lung', () => {
    // 14.6 mm in 60 women, 17.4 mm in 41 men.
    expect(zoneOf('lung-apex').depth?.mm).toBe(14.6);
    expect(dangerZones.filter(({ depth }) => depth !== undefined).map(({ id }) => id)).toEqual(['lung-apex']);
  });
});
