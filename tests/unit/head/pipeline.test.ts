import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type BuiltFrom, hashOfInputs } from '../../../assets/head/pipeline/built-from';
import { catmullClark } from '../../../assets/head/pipeline/catmull-clark';
import { clip } from '../../../assets/head/pipeline/clip';
import { readHuman } from '../../../assets/head/pipeline/collada';
import { type PolygonMesh, triangulate, type TriangleMesh } from '../../../assets/head/pipeline/mesh';
import { leftHalf, mirrorHalf, symmetrise } from '../../../assets/head/pipeline/symmetry';

const folder = new URL('../../../assets/head/', import.meta.url);
const source = fileURLToPath(new URL('source/human.zae', folder));

/** A cube of side 2 about the origin, faces outward. */
const cube: PolygonMesh = {
  positions: Float64Array.from([-1, -1, -1, 1, -1, -1, 1, 1, -1, -1, 1, -1, -1, -1, 1, 1, -1, 1, 1, 1, 1, -1, 1, 1]),
  faces: [
    [0, 3, 2, 1],
    [4, 5, 6, 7],
    [0, 1, 5, 4],
    [3, 7, 6, 2],
    [0, 4, 7, 3],
    [1, 2, 6, 5],
  ],
};

/** Six times the enclosed volume: positive if the faces look outward. */
const volume6 = ({ positions: p, indices }: TriangleMesh): number => {
  let sum = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [3 * indices[i]!, 3 * indices[i + 1]!, 3 * indices[i + 2]!];
    sum +=
      p[a]! * (p[b + 1]! * p[c + 2]! - p[b + 2]! * p[c + 1]!) +
      p[a + 1]! * (p[b + 2]! * p[c]! - p[b]! * p[c + 2]!) +
      p[a + 2]! * (p[b]! * p[c + 1]! - p[b + 1]! * p[c]!);
  }
  return sum;
};

describe('the source', () => {
  it('is the file the tables were made for', () => {
    const { body, eyes } = readHuman(source);
    expect(body.faces.length).toBe(13_378);
    expect(eyes.faces.length).toBeGreaterThan(100);
  });

  it('is refused when a single byte differs', () => {
    const changed = readFileSync(source);
    changed[500_000]! ^= 1;
    const place = mkdtempSync(join(tmpdir(), 'head-'));
    try {
      writeFileSync(join(place, 'human.zae'), changed);
      expect(() => readHuman(join(place, 'human.zae'))).toThrow(/not the expected source/);
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});

describe('subdivision', () => {
  it('splits every quad in four and rounds a cube towards a ball', () => {
    const once = catmullClark(cube);
    expect(once.faces.length).toBe(24);
    expect(once.positions.length / 3).toBe(8 + 12 + 6);
    // The known first step: corners of a unit cube go to 5/9 of where they were.
    expect(once.positions[0]).toBeCloseTo(-5 / 9, 12);
    expect(volume6(triangulate(once))).toBeLessThan(volume6(triangulate(cube)));
  });

  it('keeps the open border of a sheet in its plane and its corners in place', () => {
    const sheet: PolygonMesh = {
      positions: Float64Array.from([0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0]),
      faces: [[0, 1, 2, 3]],
    };
    const once = catmullClark(sheet);
    expect(once.positions.filter((_, i) => i % 3 === 2).every((z) => z === 0)).toBe(true);
    expect([once.positions[0], once.positions[1]]).toEqual([0.125, 0.125]);
  });
});

describe('cutting', () => {
  it('keeps the asked side, puts new corners on the line and leaves no flat triangle', () => {
    const solid = triangulate(cube);
    const height = Float64Array.from({ length: 8 }, (_, v) => solid.positions[3 * v + 1]! - 0.5);
    const top = clip(solid, height);
    const heights = top.positions.filter((_, i) => i % 3 === 1);
    expect(Math.min(...heights)).toBeCloseTo(0.5, 12);
    expect(Math.max(...heights)).toBe(1);
  });

  it('mirrors a half into a closed whole of twice the volume', () => {
    const solid = triangulate(cube);
    const half = leftHalf(solid, 1e-6);
    expect(half.positions.filter((_, i) => i % 3 === 0).every((x) => x >= 0)).toBe(true);
    const whole = mirrorHalf(half);
    expect(volume6(whole)).toBeCloseTo(volume6(solid), 9);
  });
});

describe('symmetry', () => {
  it('is made exact from a mesh that has it nearly', () => {
    const bent = { ...cube, positions: cube.positions.map((value, i) => value + 0.01 * Math.sin(7 * i)) };
    const { positions } = symmetrise(bent);
    for (const [left, right] of [
      [1, 0],
      [2, 3],
      [5, 4],
      [6, 7],
    ] as const) {
      expect(positions[3 * left]).toBe(-positions[3 * right]!);
      expect(positions[3 * left + 1]).toBe(positions[3 * right + 1]);
      expect(positions[3 * left + 2]).toBe(positions[3 * right + 2]);
    }
  });
});

describe('the models', () => {
  const kept = JSON.parse(readFileSync(new URL('built-from.json', folder), 'utf8')) as BuiltFrom;
  const read = (name: string) => readFileSync(new URL(name, folder));

  // To build them takes as long as a tenth of all tests: `npm run prove -- --only head` does, and compares every byte.
  it('are those that this very pipeline built from this very source', () => {
    expect(hashOfInputs(), 'run `npm run head:build`, and look at what it changed').toBe(kept.inputs);
    expect(Object.keys(kept.files)).toEqual(['head.glb', 'head-light.glb', 'muscles.glb', 'model.json']);
    const files = Object.keys(kept.files).map((name) => [name, createHash('sha256').update(read(name)).digest('hex')]);
    expect(Object.fromEntries(files)).toEqual(kept.files);
  });
});
