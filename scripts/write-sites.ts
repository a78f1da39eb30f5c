import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Anatomy } from '../src/anatomy/anatomy';
import type { Anchor } from '../src/anatomy/anchor';
import type { HeadModel } from '../src/anatomy/head-model';
import { curvesOf } from '../src/anatomy/head-size';
import { type AnchoredSite, type PlacedHead, placeHead } from '../src/anatomy/placed-head';
import { maps } from '../src/protocol/maps';
import type { MapId } from '../src/protocol/words';
import { readHead } from './read-head';
import { fixed, rounded } from './rounded';

/** The sites of every map as the rules place them on the standard head: what `assets/head/sites.json` holds. */
export type SitesFile = { readonly format: 'aliquot-sites' } & PlacedHead;
export type SiteRow = AnchoredSite;

export const sitesFile = new URL('../assets/head/sites.json', import.meta.url);

/** Walks the rules of both maps on a head. Throws where one cannot be walked: then the head or the rule is at fault. */
export function sitesOn(model: HeadModel): SitesFile {
  const placed = placeHead(new Anatomy(model));
  if (!placed.ok) throw new Error(placed.error);
  const { head, maps: sites, shifts } = placed.value;
  const rows = (map: MapId): readonly SiteRow[] =>
    sites[map].map((row) => ({ ...row, anchor: tidy(row.anchor), outsideByMm: fixed(row.outsideByMm, 2) }));
  return {
    format: 'aliquot-sites',
    head,
    maps: { 'preempt-2010': rows('preempt-2010'), 'preempt-2017': rows('preempt-2017') },
    shifts: shifts.map((shift) => ({
      ...shift,
      shiftMm: fixed(shift.shiftMm, 2),
      upMm: fixed(shift.upMm, 2),
      alongMm: fixed(shift.alongMm, 2),
    })),
  };
}

/** The measuring lines of a head as `assets/head/curves.json` keeps them: what its variants are solved from. */
export const curvesFile = new URL('../assets/head/curves.json', import.meta.url);

export function curvesText(model: HeadModel): string {
  const curves = curvesOf(new Anatomy(model));
  // A hundredth of a millimetre; a line of numbers a field.
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, v: unknown) => (typeof v === 'number' ? fixed(v, 2) : v));
  const fields = Object.entries(curves).map(([name, value]) => `  ${JSON.stringify(name)}: ${text(value)}`);
  return `{\n${fields.join(',\n')}\n}\n`;
}

/** Far finer than the test's 0.01 mm, and shorter to load. */
function tidy(anchor: Anchor): Anchor {
  return {
    ...anchor,
    weights: rounded(anchor.weights, 5),
    positionMm: rounded(anchor.positionMm, 4),
    normal: rounded(anchor.normal, 5),
  };
}

/**
 * Writes `assets/head/sites.json` from the rules and the built head, one site a line, and the head's measuring lines
 * beside it. Returns the path and size of the first.
 */
export async function writeSites(): Promise<{ readonly path: string; readonly bytes: number }> {
  const model = await readHead();
  await writeFile(curvesFile, curvesText(model));
  const { maps: placed, shifts, ...head } = sitesOn(model);
  const blocks = maps.map(({ id }) => {
    const rows = placed[id].map((row) => `      ${JSON.stringify(row)}`);
    return `    ${JSON.stringify(id)}: [\n${rows.join(',\n')}\n    ]`;
  });
  const opening = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  const moves = shifts.map((shift) => `    ${JSON.stringify(shift)}`);
  const body = `  "maps": {\n${blocks.join(',\n')}\n  },\n  "shifts": [\n${moves.join(',\n')}\n  ]\n`;
  const text = `{\n${opening.join('')}${body}}\n`;
  await writeFile(sitesFile, text);
  return { path: fileURLToPath(sitesFile), bytes: Buffer.byteLength(text) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { path, bytes } = await writeSites();
  console.log(`${path}: ${bytes} bytes`);
}
