import { readFileSync } from 'node:fs';
import { sitesFile } from '../write-sites';
import { z } from 'zod';
import { readHead } from '../read-head';
import { Surface } from '../../src/anatomy/surface';
import type { Vec3 } from '../../src/anatomy/anchor';
import type { PeerMarker } from './peers/peer-page';

const triple = z.tuple([z.number(), z.number(), z.number()]);
const placed = z.object({
  maps: z.object({
    'preempt-2017': z.array(z.object({ site: z.string(), anchor: z.object({ positionMm: triple, normal: triple }) })),
  }),
});
/** How far beside a site of the map an extra marker stands, mm. */
const besideMm = 12;
/** The muscles whose sites get one beside them, up to as many as the app allows in one session. */
const widened = /^(temporalis|occipitalis|trapezius)-/;
const extras = 8;
const metre = 1000;

/** What every page shows: the sites of the map, and as many beside them as a session may have; on the small head. */
export async function peerMarkers(): Promise<readonly PeerMarker[]> {
  const sites = placed.parse(JSON.parse(readFileSync(sitesFile, 'utf8'))).maps['preempt-2017'];
  const skin = new Surface(await readHead('light'));
  const beside = sites
    .filter(({ site }) => widened.test(site))
    .slice(0, extras)
    .map(
      ({
        anchor: {
          positionMm: [x, y, z],
        },
      }): Vec3 => [x, y + besideMm, z],
    );
  return [...sites.map(({ anchor }): Vec3 => anchor.positionMm), ...beside].map((at) => {
    const { position, normal } = skin.closest(at);
    return { position: inMetres(position), normal };
  });
}

const inMetres = ([x, y, z]: Vec3): PeerMarker['position'] => [x / metre, y / metre, z / metre];
