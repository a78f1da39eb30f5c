import { cpus } from 'node:os';
import { type Figure, table } from './bench/figures';
import { measureLoading } from './bench/loading';
import { measurePicking } from './bench/picking';
import { measurePlacing } from './bench/placing';
import { measureRecords } from './bench/records';
import { measureRegions } from './bench/regions';
import { buildIfNeeded } from './vite/build-inputs';

/**
 * The performance figures, peers beside them, in one run. `--json` prints JSON alone; `--runs N` sets the number of
 * cold loads (5). A broken budget is reported, not an error: times depend on the machine, and `npm test` does not ask.
 */
const json = process.argv.includes('--json');
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]);

await buildIfNeeded(json ? undefined : console.log);
const figures: readonly Figure[] = [
  ...(await measureLoading(process.argv.includes('--runs') && runs > 0 ? runs : 5)),
  ...(await measurePicking()),
  ...(await measureRegions()),
  ...(await measurePlacing()),
  ...(await measureRecords()),
];
const report = {
  machine: { node: process.version, platform: process.platform, cpus: cpus().length, cpu: cpus()[0]?.model ?? '' },
  notes: [
    'Browser: headless, WebGL in software. Every cold load is a new context with the cache off; contenders take turns.',
    'model-viewer is served by the same server on the same origin, gzip like the app, over the area of the map.',
    'It is given an empty meshopt_decoder.js: its build carries the decoder and only waits for such a script.',
    'Its time ends in the frame after both its load event and its model-visibility event.',
    'Records: in the browser, a full session each, under a passphrase at the standard cost; a new page each time.',
    'Their memory is the heap in use after the listing less the heap before, after a collection each.',
    'The time of the app ends when the head is drawn and all sites can be operated; the full head follows.',
  ],
  pass: figures.every(({ pass }) => pass !== false),
  figures,
};
console.log(json ? JSON.stringify(report, null, 2) : table(figures));
