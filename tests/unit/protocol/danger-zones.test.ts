import { describe, expect, it } from 'vitest';
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
});
