import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { measureAnswering } from './bench/answering';
import { measureExport } from './bench/export';
import { type Figure, table } from './bench/figures';
import { measureFolding } from './bench/folding';
import { measureLoading } from './bench/loading';
import { measureLowEnd } from './bench/low-end';
import { measureNote } from './bench/note';
import { measurePeers } from './bench/peers';
import { measurePicking } from './bench/picking';
import { measurePlacing } from './bench/placing';
import { readmeBlock, withBlock } from './bench/readme-block';
import { measureRecords } from './bench/records';
import { measureRegions } from './bench/regions';
import { type Row, sideBySide } from './bench/side-by-side';
import { buildIfNeeded, root } from './vite/build-inputs';

/**
 * The performance figures, peers beside them, in one run. `--json` prints JSON alone; `--runs N` sets the number of
 * cold and warm loads (5); `--only PART,PART` measures some parts alone, by their names below; `--write` puts the
 * tables into the README (it needs loading, peers, records and lowend). A broken budget is reported, not an error: times
 * depend on the machine, and `npm test` does not ask. What each figure is stands in docs/bench.md.
 */
const said = (name: string): string | undefined =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const json = process.argv.includes('--json');
const runs = Number(said('--runs') ?? 5);
const only = said('--only')?.split(',');

const figures: Figure[] = [];
const rows: Row[] = [];
/** Somebody waits for this for a long time. */
const say = (what: string): void => {
  if (!json) console.error(`measuring: ${what}`);
};
const peers = async (): Promise<readonly Figure[]> => {
  const measured = await measurePeers(runs, (what) => say(`peers, ${what}`));
  rows.push(...measured.rows);
  return measured.figures;
};
const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  loading: measureLoading,
  peers,
  picking: measurePicking,
  regions: measureRegions,
  placing: measurePlacing,
  folding: measureFolding,
  records: measureRecords,
  export: () => measureExport(),
  answering: measureAnswering,
  lowend: measureLowEnd,
  note: measureNote,
};
const unknown = (only ?? []).filter((name) => parts[name] === undefined);
if (unknown.length > 0 || !(runs > 0)) {
  console.error(
    unknown.length > 0
      ? `There is no part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`
      : '--runs takes a number from 1 on.',
  );
  process.exit(1);
}

await buildIfNeeded(json ? undefined : console.log);
for (const [name, measure] of Object.entries(parts)) {
  if (only !== undefined && !only.includes(name)) continue;
  say(name);
  figures.push(...(await measure()));
}
const report = {
  machine: { node: process.version, platform: process.platform, cpus: cpus().length, cpu: cpus()[0]?.model ?? '' },
  notes: [
    'Browser: headless, WebGL in software. Every cold load is a new context with an empty cache, every warm one a new tab',
    'of the same; contenders take turns. Peers are served by the same server on the same origin, gzip like the app, over the',
    'area of the map. What differs between them stands in docs/bench.md.',
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
  peers: rows,
};
if (json) console.log(JSON.stringify(report, null, 2));
else {
  console.log(table(figures));
  if (rows.length > 0) console.log(`\n${sideBySide(rows)}`);
}
if (process.argv.includes('--write')) {
  const readme = join(root, 'README.md');
  writeFileSync(readme, withBlock(readFileSync(readme, 'utf8'), readmeBlock({ ...report, rows })));
  if (!json) console.log('\nThe tables were written into README.md.');
}
