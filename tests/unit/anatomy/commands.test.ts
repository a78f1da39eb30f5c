import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fixedSites } from '../../../src/protocol/fixed-sites';

const root = resolve(import.meta.dirname, '../../..');
type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

function run(script: string, ...args: readonly string[]): Promise<Ran> {
  const tsx = resolve(root, 'node_modules/tsx/dist/cli.mjs');
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [tsx, `scripts/${script}.ts`, ...args],
      { cwd: root },
      (_, stdout, stderr) => {
        done({ code: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}

const triple = z.tuple([z.number(), z.number(), z.number()]);
const side = z.enum(['left', 'right', 'midline']);
const siteRows = z.array(
  z.object({
    id: z.string(),
    muscle: z.string(),
    side,
    ordinal: z.int().positive(),
    units: z.int().positive(),
    rule: z.string().min(10),
    positionMm: triple,
    normal: triple,
    measuredMm: z.record(z.string(), z.number()).refine((legs) => Object.keys(legs).length > 0),
    insideMuscle: z.boolean(),
    outsideByMm: z.number().min(0),
    conflict: z.string().nullable(),
  }),
);
const measureRows = z.array(
  z.object({
    id: z.string(),
    what: z.string().min(10),
    unit: z.enum(['mm', '%', 'ratio']),
    source: z.string().regex(/^S\d+$/),
    mean: z.number(),
    sd: z.number().positive(),
    n: z.int().positive().optional(),
    ours: z.number(),
    z: z.number(),
  }),
);
const conflictRows = z.array(
  z.object({
    map: z.string(),
    site: z.string(),
    rule: z.string().min(10),
    ruleSource: z.string(),
    measurement: z.string().min(10),
    measurementSource: z.string(),
    distanceMm: z.number().positive(),
  }),
);
const landmarkRows = z.array(z.object({ id: z.string(), side, positionMm: triple }));

describe('the commands', () => {
  let ran: Record<
    'map' | 'older' | 'landmarks' | 'variant' | 'impossible' | 'absent' | 'unknown' | 'check' | 'conflicts',
    Ran
  >;
  beforeAll(async () => {
    const [map, older, landmarks, variant, impossible, absent, unknown, check, conflicts] = await Promise.all([
      run('map', '--json'),
      run('map', '--json', '--map', 'preempt-2010'),
      run('landmarks', '--json'),
      run('map', '--json', '--variant', 'tests/fixtures/head-long-neck.json'),
      run('map', '--json', '--variant', 'tests/fixtures/head-impossible.json'),
      run('map', '--json', '--variant', 'nobody.json'),
      run('map', '--map', 'preempt-1999'),
      run('anatomy-check', '--json'),
      run('anatomy-check', '--conflicts', '--json'),
    ]);
    ran = { map, older, landmarks, variant, impossible, absent, unknown, check, conflicts };
  }, 120_000);

  it('map prints all sites of the newer map as JSON alone, in protocol order', () => {
    const rows = siteRows.parse(JSON.parse(ran.map.stdout));
    expect(ran.map.code).toBe(0);
    expect(rows.map(({ id, muscle, side, ordinal, units }) => ({ id, muscle, side, ordinal, units }))).toEqual(
      fixedSites.map(({ id, muscle, side, ordinal, units }) => ({ id, muscle, side, ordinal, units })),
    );
  });

  it('map names rule and measurement where they disagree', () => {
    const rows = siteRows.parse(JSON.parse(ran.older.stdout));
    const outside = rows.find(({ id }) => id === 'occipitalis-L-1');
    expect(outside?.insideMuscle).toBe(false);
    expect(outside?.outsideByMm).toBeGreaterThan(0);
    expect(outside?.conflict).toMatch(/29\.6 ± 6\.4 mm.*mm outside the occipitalis/);
  });

  it('landmarks prints paired landmarks on both sides', () => {
    const rows = landmarkRows.parse(JSON.parse(ran.landmarks.stdout));
    expect(rows.find(({ id }) => id === 'tragus-L')?.side).toBe('left');
    expect(rows.find(({ id }) => id === 'inion')?.side).toBe('midline');
    const of = (wanted: string): number => rows.filter((row) => row.side === wanted).length;
    expect(of('left')).toBe(of('right'));
  });

  it('anatomy:check prints every published figure beside ours as JSON alone', () => {
    const rows = measureRows.parse(JSON.parse(ran.check.stdout));
    expect(ran.check.code).toBe(0);
    expect(rows.length).toBeGreaterThan(20);
    for (const { id, mean, sd, ours, z: told } of rows) expect(told, id).toBeCloseTo((ours - mean) / sd, 2);
  });

  it('anatomy:check --conflicts lists where rules and measurements disagree', () => {
    const rows = conflictRows.parse(JSON.parse(ran.conflicts.stdout));
    expect(rows.map(({ site }) => site)).toContain('occipitalis-L-1');
  });

  it('map places the sites on a head of another size: where they stand moves, what the rules measure does not', () => {
    const [there, here] = [ran.variant, ran.map].map(({ stdout }) => siteRows.parse(JSON.parse(stdout)));
    expect(there?.map(({ id }) => id)).toEqual(here?.map(({ id }) => id));
    for (const rows of [there, here]) {
      const site = rows?.find(({ id }) => id === 'temporalis-L-1');
      expect(site?.measuredMm['up from tragus']).toBeCloseTo(30, 1);
    }
    const height = (rows: typeof there) => rows?.find(({ id }) => id === 'trapezius-L-1')?.positionMm[1] ?? 0;
    expect(height(here) - height(there)).toBeGreaterThan(5);
  });

  it('a head that cannot be is refused with the reason, and so is a file that is not there', () => {
    expect(ran.impossible).toMatchObject({ code: 2, stdout: '' });
    expect(ran.impossible.stderr).toMatch(/headCircumference 540 mm: a head of that length and breadth/);
    expect(ran.absent).toMatchObject({ code: 2, stdout: '' });
    expect(ran.absent.stderr).toContain('nobody.json');
  });

  it('an unknown map is refused, and the known ones are named', () => {
    expect(ran.unknown).toMatchObject({ code: 2, stdout: '' });
    expect(ran.unknown.stderr).toContain('preempt-2010');
  });
});
