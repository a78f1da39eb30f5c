import { cpus } from 'node:os';
import { measureAnswering } from './bench/answering';
import { measureExport } from './bench/export';
import { type Figure, table } from './bench/figures';
import { measureLoading } from './bench/loading';
import { measureNote } from './bench/note';
import { measurePicking } from './bench/picking';
import { measurePlacing } from './bench/placing';
import { measureRecords } from './bench/records';
import { measureRegions } from './bench/regions';
import { buildIfNeeded } from './vite/build-inputs';

/**
 * The performance figures, peers beside them, in one run. `--json` prints JSON alone; `--runs N` sets the number of
 * cold loads (5); `--only PART` measures one part alone, by its name below. A broken budget is reported, not an error: times depend on the machine, and `npm test` does not ask.
 */
const json = process.argv.includes('--json');
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]);

const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  loading: () => measureLoading(process.argv.includes('--runs') && runs > 0 ? runs : 5),
  picking: measurePicking,
  regions: measureRegions,
  placing: measurePlacing,
  records: measureRecords,
  export: () => measureExport(),
  answering: measureAnswering,
  note: measureNote,
};
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
if (only !== undefined && parts[only] === undefined) {
  console.error(`There is no part ${only}. There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

await buildIfNeeded(json ? undefined : console.log);
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (only === undefined || only === name) figures.push(...(await measure()));
}
const report = {
  machine: { node: process.version, platform: process.platform, cpus: cpus().length, cpu: cpus()[0]?.model ?? '' },
  notes: [
    'Browser: headless, WebGL in software. Every cold load is a new context with the cache off; contenders take turns.',
    'model-viewer is served by the same server on the same origin, gzip like the app, over the area of the map.',
    'It is given an empty meshopt_decoder.js: its build carries the decoder and only waits for such a script.',
    'Its time ends in the frame after both its load event and its model-visibility event.',
    'Records: in the browser, a full session each, under a passphrase at the standard cost; a new page each time.',
    'Their memory is the heap in use after the listing less the heap before, after a collection each.',
    'Exports: sessions signed, out of a vault under a passphrase; the pieces held as for a download. Their memory is the',
    'resident peak of the process of the page as the operating system tells it (Linux), the browser itself apart.',
    'Answers: from a press to the frame that shows its answer (Event Timing, to 8 ms; quicker than 16 ms counts as 16).',
    'The page is composed in software, as without a graphics card; so is WebGL, in the process that shows the page.',
    'A note is timed from the press to the finished file; how long the page was at work is its own time on the processor.',
    'The time of the app ends when the head is drawn and all sites can be operated; the full head follows.',
  ],
  pass: figures.every(({ pass }) => pass !== false),
  figures,
};
console.log(json ? JSON.stringify(report, null, 2) : table(figures));
