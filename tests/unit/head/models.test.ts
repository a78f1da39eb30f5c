import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Surface } from '../../../assets/head/pipeline/surface';
import { partEars } from '../../../src/anatomy/auricle';
import { readGlb, type ReadModel, type ReadNode } from '../../support/read-glb';
import { brokenEdges, expectSound, near, openVertices, pointKeys, worstMirrorGap } from './mesh-checks';

const folder = new URL('../../../assets/head/', import.meta.url);
const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));
const head = await readGlb(bytes('head.glb'));
const light = await readGlb(bytes('head-light.glb'));
const muscles = await readGlb(bytes('muscles.glb'));

const nodeOf = (model: ReadModel, name: string): ReadNode => {
  const node = model.nodes.find((candidate) => candidate.name === name);
  if (!node) throw new Error(`no node ${name}`);
  return node;
};
const triangleCount = (model: ReadModel): number => model.nodes.reduce((sum, node) => sum + node.indices.length / 3, 0);
const landmarksOf = (model: ReadModel): readonly ReadNode[] =>
  model.nodes.filter(({ name }) => name.startsWith('landmark:'));

const heads = [
  { name: 'head.glb', model: head },
  { name: 'head-light.glb', model: light },
] as const;
const all = [...heads, { name: 'muscles.glb', model: muscles }] as const;

describe('the built files', () => {
  it('keep to their budgets of triangles and bytes', () => {
    const [full, small, flesh] = [triangleCount(head), triangleCount(light), triangleCount(muscles)];
    expect(full).toBeGreaterThan(100_000);
    expect(flesh).toBeLessThanOrEqual(44_000);
    expect(full + flesh + small, 'full head with muscles and a light shadow caster').toBeLessThanOrEqual(200_000);
    expect(2 * small + flesh, 'light head with muscles and its shadow').toBeLessThanOrEqual(110_000);
    expect(bytes('head-light.glb').length).toBeLessThanOrEqual(200_000);
  });

  it('name the full head by its own bytes', () => {
    const model: unknown = JSON.parse(readFileSync(new URL('model.json', folder), 'utf8'));
    const contentHash = createHash('sha256').update(bytes('head.glb')).digest('hex');
    expect(model).toEqual({ model: 'aliquot-head-1', contentHash });
  });

  it.each(all)('$name is quantised, compressed and says whose work it is', ({ model }) => {
    expect(model.extensions.toSorted()).toEqual(['EXT_meshopt_compression', 'KHR_mesh_quantization']);
    expect(model.copyright).toContain('MakeHuman, CC0 1.0');
  });

  it('have their licences beside them', () => {
    expect(readFileSync(new URL('LICENSES.md', folder), 'utf8')).toContain('Base human: MakeHuman, CC0 1.0');
    expect(readFileSync(new URL('source/assimp-testmodels.copyright', folder), 'utf8')).toContain('BSD-3-clause');
    expect(existsSync(new URL('README.md', folder))).toBe(true);
  });
});

describe.each(heads)('the skin and cap of $name', ({ model }) => {
  const skin = nodeOf(model, 'skin');
  const cap = nodeOf(model, 'cap');

  it('carry positions, normals and colours', () => {
    for (const node of [skin, cap]) expect(node.attributes.toSorted()).toEqual(['COLOR_0', 'NORMAL', 'POSITION']);
  });

  it('hold only finite numbers and triangles with an area', () => {
    for (const node of [skin, cap]) expectSound(node);
  });

  it('have no edge with more than two triangles, and none turned inside out', () => {
    for (const node of [skin, cap]) expect(brokenEdges(node)).toEqual([]);
  });

  it('mirror left and right within 0.01 mm', () => {
    for (const node of [skin, cap]) expect(worstMirrorGap(node)).toBeLessThan(0.01);
  });

  it('join without a gap under the bust', () => {
    const onSkin = new Set(pointKeys(skin, 0.05));
    const rim = openVertices(cap);
    expect(rim.length).toBeGreaterThan(50);
    const loose = rim.filter((v) => !near(cap, v, 0.05).some((key) => onSkin.has(key)));
    expect(loose).toEqual([]);
  });
});

describe('the landmarks', () => {
  const surface = new Surface(nodeOf(head, 'skin'));
  const midline = ['nasion', 'glabella', 'hairline', 'inion', 'c7'];
  const paired = [
    'inner-canthus',
    'outer-canthus',
    'medial-orbital-rim',
    'brow',
    'mid-pupil',
    'tragus',
    'helix',
    'mastoid-tip',
    'superior-nuchal-line',
    'neck-shoulder',
    'acromion',
  ];

  it('are all there, with name and side, the same on both heads', () => {
    const expected = [
      ...midline.map((name) => [`landmark:${name}`, name, 'midline']),
      ...paired.flatMap((name) => [
        [`landmark:${name}-L`, name, 'left'],
        [`landmark:${name}-R`, name, 'right'],
      ]),
    ];
    for (const { model } of heads) {
      const found = landmarksOf(model).map(({ name, extras }) => [name, extras['landmark'], extras['side']]);
      expect(found.toSorted()).toEqual(expected.toSorted());
    }
    for (const { name, translation } of landmarksOf(head)) {
      expect(nodeOf(light, name).translation).toEqual(translation);
    }
  });

  it('lie on the full skin within 0.1 mm', () => {
    for (const { name, translation: at } of landmarksOf(head)) {
      const [x, y, z] = surface.closest(at);
      expect(Math.hypot(x - at[0], y - at[1], z - at[2]), name).toBeLessThan(0.1);
    }
  });

  it('mirror each other exactly', () => {
    for (const name of paired) {
      const [x, y, z] = nodeOf(head, `landmark:${name}-L`).translation;
      expect(nodeOf(head, `landmark:${name}-R`).translation).toEqual([-x, y, z]);
      expect(x).toBeGreaterThan(0);
    }
    for (const name of midline) expect(nodeOf(head, `landmark:${name}`).translation[0]).toBeCloseTo(0, 9);
  });

  it('put the origin midway between the tragi', () => {
    const [left, right] = ['L', 'R'].map((side) => nodeOf(head, `landmark:tragus-${side}`).translation);
    for (const k of [0, 1, 2] as const) expect(Math.abs(left![k] + right![k]) / 2).toBeLessThan(0.01);
  });

  it('measure like an adult', () => {
    const at = (name: string): readonly [number, number, number] => nodeOf(head, `landmark:${name}`).translation;
    const span = (a: string, b: string): number =>
      Math.hypot(...at(a).map((value, k) => value - at(b)[k as 0 | 1 | 2]));
    const inside = (value: number, low: number, high: number, what: string): void => {
      expect(value, what).toBeGreaterThan(low);
      expect(value, what).toBeLessThan(high);
    };
    const back = nodeOf(head, 'skin').positions.reduce(
      (low, z, i) => (i % 3 === 2 && nearVault(i) ? Math.min(low, z) : low),
      0,
    );
    // ANSUR II, 5th centile of women to 95th of men.
    inside(at('glabella')[2] - back, 178, 211, 'head length');
    inside(2 * at('mid-pupil-L')[0], 55.5, 70, 'distance of the pupils');
    inside(span('neck-shoulder-L', 'acromion-L'), 120, 167, 'shoulder length');
    inside(at('tragus-L')[1] - at('c7')[1], 87, 129, 'tragus above C7');
    inside(span('glabella', 'hairline'), 50, 65, 'forehead');
    inside(span('inner-canthus-L', 'inner-canthus-R'), 28, 37, 'distance of the inner canthi');
  });

  function nearVault(i: number): boolean {
    const y = nodeOf(head, 'skin').positions[i - 1]!;
    return y > 30 && y < 90;
  }
});

describe('the muscles', () => {
  it('are fifteen sheets, named by muscle and side', () => {
    const paired = [
      'frontalis',
      'corrugator',
      'temporalis',
      'occipitalis',
      'paraspinal',
      'trapezius',
      'sternocleidomastoid',
    ];
    const expected = ['muscle:procerus', ...paired.flatMap((muscle) => [`muscle:${muscle}-L`, `muscle:${muscle}-R`])];
    expect(muscles.nodes.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
    for (const { name, extras } of muscles.nodes) {
      const side = name.endsWith('-L') ? 'left' : name.endsWith('-R') ? 'right' : 'midline';
      expect(name).toContain(String(extras['muscle']));
      expect(extras['side']).toBe(side);
    }
  });

  it.each(muscles.nodes)('$name keeps the order of its grid and carries what the fibres need', (node) => {
    const { across, along } = node.extras as { across: number; along: number };
    expect(node.attributes.toSorted()).toEqual(['COLOR_0', 'NORMAL', 'POSITION', 'TEXCOORD_0']);
    expect(node.positions.length / 3).toBe((across + 1) * (along + 1));
    expect(node.indices.length).toBe(6 * across * along);
    for (let j = 0; j <= along; j++) {
      expect(node.uv[2 * (j * (across + 1))]).toBe(0);
      expect(node.uv[2 * (j * (across + 1)) + 1]).toBeCloseTo(node.uv[2 * (j * (across + 1) + across) + 1]!, 6);
    }
    expectSound(node);
  });

  it('mirror left and right', () => {
    for (const left of muscles.nodes.filter(({ name }) => name.endsWith('-L'))) {
      const right = nodeOf(muscles, left.name.replace(/-L$/, '-R'));
      const gap = left.positions.reduce((worst, value, i) => {
        const mirrored = i % 3 === 0 ? -right.positions[i]! : right.positions[i]!;
        return Math.max(worst, Math.abs(value - mirrored));
      }, 0);
      expect(gap, left.name).toBeLessThan(0.01);
    }
  });

  it('lie on the skin as it is without the ears, never more than 6 mm off', () => {
    const { positions: withEars, indices } = nodeOf(head, 'skin');
    const tragi = ['L', 'R'].map((side) => nodeOf(head, `landmark:tragus-${side}`).translation);
    const { bare } = partEars({ positions: Float32Array.from(withEars), indices }, tragi);
    const surface = new Surface({ positions: Float64Array.from(bare.positions), indices });
    for (const { name, positions } of muscles.nodes.filter((node) => !node.name.endsWith('-R'))) {
      let worst = 0;
      for (let i = 0; i < positions.length; i += 3) {
        const at = [positions[i]!, positions[i + 1]!, positions[i + 2]!] as const;
        const [x, y, z] = surface.closest(at);
        worst = Math.max(worst, Math.hypot(x - at[0], y - at[1], z - at[2]));
      }
      expect(worst, name).toBeLessThan(6);
    }
  });
});
