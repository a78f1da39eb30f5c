import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readHead } from '../../../scripts/read-head';
import { type ZonesFile, zonesFile } from '../../../scripts/write-zones';
import type { Vec3 } from '../../../src/anatomy/anchor';
import type { HeadModel } from '../../../src/anatomy/head-model';
import { standardVariant } from '../../../src/anatomy/variant';
import { addScaled, scale } from '../../../src/anatomy/vector';
import { type AnatomyDesk, createAnatomyDesk, type Found } from '../../../src/app/anatomy-desk';
import { zoneOf } from '../../../src/protocol/danger-zones';
import type { SkinQuery } from '../../../src/state/anatomy-service';
import { createHeads } from '../../../src/state/heads';
import { besideText } from '../../../src/state/site-text';
import { warningText } from '../../../src/state/zone-text';
import { standardCurves } from '../../support/standard-curves';
import { standardHead } from '../../support/standard-head';

const map = 'preempt-2010';
let desk: AnatomyDesk;
/** The head that is drawn first: the same rules at a quarter of the work, where it is not the figures that count. */
let light: HeadModel;
let lightDesk: AnatomyDesk;
let kept: ZonesFile;
/** What waits its turn: work ahead goes on only as far as a test lets it. */
const waiting: (() => void)[] = [];
const work = (pieces: number): number => {
  let done = 0;
  while (done < pieces) {
    const next = waiting.shift();
    if (next === undefined) break;
    next();
    done += 1;
  }
  return done;
};

beforeAll(async () => {
  light = await readHead('light');
  kept = JSON.parse(await readFile(zonesFile, 'utf8')) as ZonesFile;
  // What only answers is not worked ahead.
  desk = createAnatomyDesk(await standardHead(), standardCurves, map, () => undefined);
  lightDesk = createAnatomyDesk(light, standardCurves, map, (then) => waiting.push(then));
}, 120_000);

function ask(query: SkinQuery, head: string = standardVariant, of = desk): Found {
  const answer = of.answer({ kind: 'ask', n: 1, head, map, query });
  if (answer.kind !== 'answer' || !answer.answer.ok) throw new Error('nothing lies there');
  return answer.answer.value;
}

const askLight = (query: SkinQuery, head: string = standardVariant): Found => ask(query, head, lightDesk);

function sitesOn(head: string, of = desk) {
  const answer = of.answer({ kind: 'place', n: 2, head, map });
  if (answer.kind !== 'place' || answer.answer === null) throw new Error('not placed');
  return answer.answer.maps[map];
}

describe('the distance from a point to a danger zone', () => {
  it('is one figure on a fixed site’s card, for a tap, for a point, and in the words of a warning', () => {
    for (const id of ['paraspinal-L-2', 'corrugator-L', 'trapezius-L-3']) {
      const anchor = sitesOn(standardVariant).find(({ site }) => site === id)?.anchor;
      if (anchor === undefined) throw new Error(`no ${id}`);
      const card = kept.near[map][id] ?? [];
      expect(card.length, id).toBeGreaterThan(0);
      const { positionMm, normal } = anchor;
      const asked = ask({ kind: 'point', positionMm });
      const tapped = ask({
        kind: 'ray',
        ray: { origin: addScaled(positionMm, normal, 60), direction: scale(normal, -1) },
      });
      const tenths = ({ zones }: Found) => zones.map((zone) => ({ ...zone, mm: Math.round(10 * zone.mm) / 10 }));
      expect(tenths(asked), id).toEqual(card);
      expect(tenths(tapped), id).toEqual(card);
      for (const zone of asked.zones) {
        expect(warningText(zone)).toContain(`${String(Math.round(zone.mm))} mm`);
        expect(zone.inside).toBe(Math.round(10 * zone.mm) / 10 <= zoneOf(zone.zone).spread.mm);
      }
    }
  }, 120_000);

  it('is the same by the offset that the record tells, to its whole millimetres', () => {
    const form = ask({ kind: 'offset', landmark: 'inion', side: 'left', upMm: 12, alongMm: 40, toward: 'lateral' });
    expect(form.sentence).toBe('left occipitalis, 12 mm above and 40 mm lateral to the inion');
    const again = ask({ kind: 'point', positionMm: form.positionMm });
    expect(again.sentence).toBe(form.sentence);
    expect(form.zones[0]).toMatchObject({ zone: 'occipital-artery', inside: true });
    expect(again.zones.map(({ mm }) => mm)).toEqual(form.zones.map(({ mm }) => expect.closeTo(mm, 3) as number));
    expect(again.nearestSite).toEqual({
      id: form.nearestSite?.id,
      mm: expect.closeTo(form.nearestSite?.mm ?? 0, 3) as number,
    });
    expect(form.nearestSite === null ? '' : besideText(form.nearestSite)).toBe('21 mm from occipitalis left 2');
  }, 120_000);
});

describe('the distance between two points', () => {
  const between = (from: Vec3, to: Vec3) => {
    const answer = lightDesk.answer({ kind: 'between', n: 4, head: standardVariant, map, from, to });
    if (answer.kind !== 'between') throw new Error('another question was answered');
    return answer.answer;
  };

  it('is along the skin, the same from either end, and none where a point is not on it', () => {
    const [from, to] = ['occipitalis-L-1', 'occipitalis-L-2'].map(
      (id) => sitesOn(standardVariant, lightDesk).find(({ site }) => site === id)?.anchor.positionMm,
    );
    if (from === undefined || to === undefined) throw new Error('no such sites');
    const straight = Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
    const mm = between(from, to) ?? 0;
    expect(mm).toBeGreaterThanOrEqual(straight);
    expect(mm).toBeLessThan(1.1 * straight);
    expect(between(to, from)).toBeCloseTo(mm, 1);
    expect(between(from, [0, 0, 0])).toBeNull();
  }, 120_000);
});

describe('work ahead', () => {
  it('changes no answer, wherever it stands, and ends', () => {
    const query: SkinQuery = { kind: 'point', positionMm: [60, 60, 45] };
    const before = askLight(query);
    for (const pieces of [1, 30, 60]) {
      work(pieces);
      expect(askLight(query)).toEqual(before);
    }
    work(Infinity);
    expect(askLight(query)).toEqual(before);
    expect(work(Infinity)).toBeLessThan(10);
  }, 120_000);

  it('turns to another head that is asked about, and the standard head’s stays', () => {
    work(Infinity);
    const heads = createHeads(standardCurves);
    const man = heads.fitted(heads.preset('men', 95)).variant;
    const anchor = sitesOn(man, lightDesk).find(({ site }) => site === 'paraspinal-L-2')?.anchor;
    if (anchor === undefined) throw new Error('no such site');
    expect(work(Infinity)).toBeGreaterThan(100);
    const there = askLight({ kind: 'point', positionMm: anchor.positionMm }, man);
    expect(there.nearestSite).toEqual({ id: 'paraspinal-L-2', mm: expect.closeTo(0, 1) as number });
    expect(there.zones[0]).toMatchObject({ zone: 'greater-occipital-nerve', side: 'left', inside: true });
    expect(work(Infinity)).toBeLessThan(10);
    askLight({ kind: 'point', positionMm: [60, 60, 45] });
    expect(work(Infinity)).toBeLessThan(10);
  }, 240_000);
});

describe('work ahead that waits until it is asked for', () => {
  const at = { n: 4, head: standardVariant, map } as const;
  const waits = () => {
    const pieces: (() => void)[] = [];
    return { pieces, late: createAnatomyDesk(light, standardCurves, map, (then) => pieces.push(then), 'asked') };
  };

  it('is not begun for a picture, and is for a point or a hand that comes near', () => {
    const { pieces, late } = waits();
    const frame = { point: [60, 60, 45], along: [0, -1, 0], out: [1, 0, 0] } as const;
    late.answer({ kind: 'cut', query: { frame, window: { side: 10, up: 10, down: 10 } }, ...at });
    expect(pieces).toHaveLength(0);
    late.ahead();
    expect(pieces).toHaveLength(1);
    const asked = waits();
    asked.late.answer({ kind: 'between', from: [0, 0, 0], to: [0, 0, 0], ...at });
    expect(asked.pieces).toHaveLength(1);
  }, 120_000);
});

describe('a head that cannot be made', () => {
  it('has no sites, and is asked as the standard one, which is drawn in its place', () => {
    expect(lightDesk.answer({ kind: 'place', n: 3, head: 'headLength=1', map })).toEqual({
      kind: 'place',
      n: 3,
      answer: null,
    });
    const query: SkinQuery = { kind: 'point', positionMm: [60, 60, 45] satisfies Vec3 };
    expect(askLight(query, 'headLength=1')).toEqual(askLight(query));
  }, 120_000);
});
