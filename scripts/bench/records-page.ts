import { openRecords } from '../../src/storage/open-records';
import { searchListing } from '../../src/state/listing-search';
import { standardCost, wrapByPassphrase } from '../../src/storage/key-wraps';
import type { Session } from '../../src/record/session';
import { give, planned, sampleSession, sampleVial } from '../../tests/support/sample-sessions';
import { fillVault, value } from './fill-vault';

const passphrase = 'nine red kites over the mill';
const at = '2026-03-02T09:00:00+01:00';
const names = ['Ada', 'Björn', 'Chloé', 'Dev', 'Esra', 'Finn', 'Gül', 'Hana', 'Iñes', 'Jürgen'];

/** A whole visit of a made-up patient: everything planned, everything given. */
function session(n: number): Session {
  const day = new Date(Date.UTC(2016, 0, 1) + n * 6 * 3_600_000).toISOString();
  return sampleSession({
    id: `bench-${String(n)}`,
    patient: {
      id: `p-${String(n % 2500)}`,
      label: `${names[n % 10] ?? ''} Test ${String(n % 2500)}`,
      born: String(1940 + (n % 60)),
      recordNumber: `T-${String(n % 2500)}`,
    },
    vials: [{ ...sampleVial, lot: `C${String(n % 40)}`, expiry: '2029-12' }],
    startedAt: day,
    finishedAt: day,
    entries: [...planned, ...planned.map(({ site }, i) => give(100 + i, site))],
  });
}

const opened = () => openRecords({ now: () => at });

/** Fills the empty vault with `count` sessions and sets the passphrase. */
async function fill(count: number): Promise<void> {
  const records = opened();
  await fillVault(records, count, at, (n) => Promise.resolve({ session: session(n) }));
  value(await records.vault.changePassphrase(null, passphrase));
}

declare global {
  interface Window {
    gc?: () => void;
  }
}
const heap = (): number => {
  window.gc?.();
  const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
  return memory?.usedJSHeapSize ?? Number.NaN;
};

/** Times in ms, memory in bytes. */
async function measure() {
  const { vault, sessions } = opened();
  const heapBefore = heap();
  const from = performance.now();
  value(await vault.unlock(passphrase));
  const unlocked = performance.now();
  const listing = value(await sessions.list());
  const listed = performance.now();
  const search = searchListing(listing);
  const prepared = performance.now();
  const searches: number[] = [];
  for (let n = 0; n < 300; n += 1) {
    const typed = [`test ${String(n * 7)}`, names[n % 10] ?? '', `20${String(16 + (n % 8))}-0`, 'jur te', 'nobody'][
      n % 5
    ];
    const start = performance.now();
    search.find(typed ?? '');
    searches.push(performance.now() - start);
  }
  const heapAfter = heap();
  const saves: number[] = [];
  const first = listing[0];
  if (first === undefined) throw new Error('nothing was listed');
  const loaded = value(await sessions.load(first.id));
  for (let n = 0; n < 40; n += 1) {
    const start = performance.now();
    value(await sessions.save({ ...loaded.session, note: String(n) }, loaded.revision + n));
    saves.push(performance.now() - start);
  }
  return {
    count: listing.length,
    unlock: unlocked - from,
    list: listed - unlocked,
    prepare: prepared - listed,
    searches,
    saves,
    memory: heapAfter - heapBefore,
  };
}

async function argon(): Promise<number> {
  const from = performance.now();
  await wrapByPassphrase(new Uint8Array(32), passphrase, standardCost);
  return performance.now() - from;
}

export type RecordsBench = {
  readonly fill: typeof fill;
  readonly measure: typeof measure;
  readonly argon: typeof argon;
};
Reflect.set(window, 'recordsBench', { fill, measure, argon } satisfies RecordsBench);
