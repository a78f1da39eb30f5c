import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Anatomy } from '../src/anatomy/anatomy';
import type { HeadRef } from '../src/anatomy/anchor';
import { ChartedHead } from '../src/anatomy/charted-head';
import type { HeadModel } from '../src/anatomy/head-model';
import type { Neighbour } from '../src/anatomy/neighbours';
import { type ZonePath, zonePath } from '../src/anatomy/zone-path';
import type { MapId, SiteId } from '../src/protocol/words';
import { readHead } from './read-head';
import { fixed } from './rounded';

/** The danger zones as their rules place them on the standard head: what `assets/head/zones.json` holds. */
export type ZonesFile = {
  readonly format: 'aliquot-zones';
  readonly head: HeadRef;
  readonly zones: readonly ZonePath[];
  /** The zones that the fixed sites of each map stand in or near; sites that stand near none are left out. */
  readonly near: Readonly<Record<MapId, Readonly<Record<SiteId, readonly Neighbour[]>>>>;
};

export const zonesFile = new URL('../assets/head/zones.json', import.meta.url);

/** Walks the courses of every zone on a head. Throws where one cannot be walked: then the head or the rule is at fault. */
export function zonesOn(model: HeadModel): ZonesFile {
  const head = new ChartedHead(new Anatomy(model));
  const near = (map: MapId): Readonly<Record<SiteId, readonly Neighbour[]>> => {
    const sites = head.sites(map);
    if (!sites.ok) throw new Error(`${map}: ${sites.error.site} cannot be placed: ${sites.error.why.kind}`);
    const found = sites.value.map(({ site, positionMm: position, ...at }) => {
      const { zones } = head.whatLiesAt({ ...at, position }, map);
      return [site.id, zones.map((zone) => ({ ...zone, mm: fixed(zone.mm, 1) }))] as const;
    });
    return Object.fromEntries(found.filter(([, zones]) => zones.length > 0));
  };
  return {
    format: 'aliquot-zones',
    head: model.ref,
    zones: head.zones.map(zonePath),
    near: { 'preempt-2010': near('preempt-2010'), 'preempt-2017': near('preempt-2017') },
  };
}

/** Writes `assets/head/zones.json` from the rules and the built head, one zone a line. Returns its path and size. */
export async function writeZones(): Promise<{ readonly path: string; readonly bytes: number }> {
  const { zones, near, ...head } = zonesOn(await readHead());
  const rows = zones.map(
    ({ path, ...zone }) =>
      `    ${JSON.stringify({ ...zone, path: path.map((point) => point.map((value, i) => fixed(value, i < 3 ? 2 : 3))) })}`,
  );
  const opening = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  const maps = Object.entries(near).map(([map, sites]) => {
    const lines = Object.entries(sites).map(
      ([site, found]) => `      ${JSON.stringify(site)}: ${JSON.stringify(found)}`,
    );
    return `    ${JSON.stringify(map)}: {\n${lines.join(',\n')}\n    }`;
  });
  const text = `{\n${opening.join('')}  "zones": [\n${rows.join(',\n')}\n  ],\n  "near": {\n${maps.join(',\n')}\n  }\n}\n`;
  await writeFile(zonesFile, text);
  return { path: fileURLToPath(zonesFile), bytes: Buffer.byteLength(text) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { path, bytes } = await writeZones();
  console.log(`${path}: ${bytes} bytes`);
}
