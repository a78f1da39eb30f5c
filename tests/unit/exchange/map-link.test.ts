import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { decodeMap, encodeMap, type LinkedMap, type LinkPlace } from '../../../src/exchange/map-link';
import { fixedSites } from '../../../src/protocol/fixed-sites';
import { ftpMuscles, muscleOf } from '../../../src/protocol/paradigm';
import { parseRoute, routeFragment } from '../../../src/state/route';

const place: fc.Arbitrary<LinkPlace> = fc
  .record({
    mm: fc.tuple(
      fc.integer({ min: -600, max: 600 }),
      fc.integer({ min: -600, max: 600 }),
      fc.integer({ min: -600, max: 600 }),
    ),
    turn: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
    tilt: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  })
  .map(({ mm, turn, tilt }) => ({
    positionMm: mm,
    normal: [Math.cos(turn) * Math.cos(tilt), Math.sin(tilt), Math.sin(turn) * Math.cos(tilt)],
  }));

const linked: fc.Arbitrary<LinkedMap> = fc
  .record({
    map: fc.constantFrom('preempt-2010' as const, 'preempt-2017' as const),
    states: fc.array(fc.constantFrom('given' as const, 'left-out' as const, null), {
      minLength: fixedSites.length,
      maxLength: fixedSites.length,
    }),
    moved: fc.array(fc.option(place, { nil: undefined }), {
      minLength: fixedSites.length,
      maxLength: fixedSites.length,
    }),
    extras: fc.array(
      fc.record({
        muscle: fc.constantFrom(...ftpMuscles),
        side: fc.constantFrom('left' as const, 'right' as const),
        at: fc.option(place, { nil: null }),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ map, states, moved, extras }): LinkedMap => {
    const sites = new Map(
      fixedSites.flatMap(({ id }, n) => {
        const [is, at] = [states[n] ?? null, moved[n]];
        if (is === null) return [];
        return [[id, is === 'given' && at !== undefined ? { is, at } : { is }] as const];
      }),
    );
    const allowed = extras.filter(
      ({ muscle }, n) => extras.slice(0, n).filter((one) => one.muscle === muscle).length < muscleOf(muscle).extras,
    );
    return { map, sites, extras: allowed };
  });

describe('the map in a link', () => {
  it('comes back as it was: sites exactly, places to the millimetre', () => {
    fc.assert(
      fc.property(linked, (map) => {
        const text = encodeMap(map);
        const read = decodeMap(text);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(encodeMap(read.value), 'the same text again').toBe(text);
        expect(read.value.map).toBe(map.map);
        expect([...read.value.sites].map(([id, { is }]) => [id, is])).toEqual(
          [...map.sites].map(([id, { is }]) => [id, is]),
        );
        expect(read.value.extras).toHaveLength(map.extras.length);
        for (const [id, { at }] of map.sites) {
          const there = read.value.sites.get(id)?.at;
          expect(there === undefined).toBe(at === undefined);
          if (at !== undefined && there !== undefined)
            expect(farthest(at.positionMm, there.positionMm)).toBeLessThanOrEqual(0.5);
        }
      }),
    );
  });

  it('stands in an address whole', () => {
    fc.assert(
      fc.property(linked, (map) => {
        const text = encodeMap(map);
        const address = routeFragment({ screen: 'preview', part: 'map', at: text });
        expect(parseRoute(address)).toEqual({ screen: 'preview', part: 'map', at: text });
      }),
    );
  });

  it('is read as nothing else than what was written: whatever is read gives the same text', () => {
    const near = fc
      .tuple(linked.map(encodeMap), fc.nat(), fc.constantFrom('', '.', '-', 'g', 'o', 'x', 's', '0', 'z', 'A', '~'))
      .map(([text, at, by]) => `${text.slice(0, at % text.length)}${by}${text.slice((at % text.length) + 1)}`);
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ maxLength: 60 })), (text) => {
        const read = decodeMap(text);
        if (read.ok) expect(encodeMap(read.value)).toBe(text);
      }),
    );
  });

  it('says what is wrong with a text that is no map', () => {
    const whole = encodeMap({ map: 'preempt-2017', sites: new Map(), extras: [] });
    const problem = (text: string) => {
      const read = decodeMap(text);
      return read.ok ? null : read.error;
    };
    expect(problem(whole)).toBeNull();
    expect(problem('')).toEqual({ kind: 'NotAMap' });
    expect(problem(`2${whole.slice(1)}`)).toEqual({ kind: 'Newer', version: 2 });
    expect(problem(whole.replace('preempt-2017', 'preempt-1999'))).toEqual({ kind: 'UnknownMap', map: 'preempt-1999' });
    expect(problem(whole.slice(0, -1))).toEqual({ kind: 'BadSites' });
    expect(problem(whole.replace('--', '-q'))).toEqual({ kind: 'BadSites' });
    expect(problem(`${whole}.x3m`), 'the temples have no middle').toEqual({ kind: 'BadPlace', at: 0 });
    expect(problem(`${whole}.s00goandgogogo00`), 'a site that was not given stands nowhere else').toMatchObject({
      kind: 'BadPlace',
    });
    expect(problem(`${whole}.x3l.x3l.x3r`)).toEqual({ kind: 'TooManyExtras', muscle: 'temporalis' });
    expect(problem(`${whole}.x0l`), 'none may be added there').toEqual({ kind: 'TooManyExtras', muscle: 'corrugator' });
    expect(problem(`${whole}.x3r.x3l`), 'in another order than it is written').toMatchObject({ kind: 'BadPlace' });
  });
});

const farthest = (a: Vec3, b: Vec3): number => Math.max(...a.map((mm, n) => Math.abs(mm - (b[n] ?? 0))));
