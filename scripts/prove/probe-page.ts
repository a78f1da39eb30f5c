import { listingOf } from '../../src/record/listing';
import type { StoreError } from '../../src/record/ports';
import type { Session } from '../../src/record/session';
import type { Cost } from '../../src/storage/argon2';
import { type KeptRecords, openRecords } from '../../src/storage/open-records';
import { createSigning, type SigningDesk } from '../../src/state/signing';
import { broken, firstBroken, statesOf } from '../../tests/support/ledger-oracle';
import { tryRestores } from './restore-trials';

// Runs in a browser, on the app's origin, beside the app: the records as the app's own storage code reads them in a page
// that knows nothing of what was charted. What they add up to is told by the oracle, not by the ledger.

/** What is in the store of one session. */
export type Found = {
  readonly id: string;
  readonly patient: string;
  readonly entries: number;
  /** Sites in the order in which they were given. */
  readonly given: readonly string[];
  readonly planned: number;
  readonly finished: boolean;
  /** What the signed versions say of it, verified. */
  readonly signature: string;
  readonly versions: number;
  /** Why it is no whole session; empty where it is one. */
  readonly faults: readonly string[];
};

export type Holding = {
  readonly sessions: readonly Found[];
  /** Records that do not open. */
  readonly damaged: readonly string[];
  readonly last: string | null;
  /** Signed versions in the store's chain; what is wrong with the chain, or null. */
  readonly chain: { readonly count: number; readonly problem: string | null };
  readonly log: { readonly kinds: readonly string[]; readonly problem: string | null };
};

/** Null opens a vault that has no passphrase. */
type Passphrase = string | null;

const now = (): string => new Date().toISOString();

function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function withRecords<T>(
  passphrase: Passphrase,
  work: (records: KeptRecords, desk: SigningDesk) => Promise<T>,
  cost?: Cost,
): Promise<T> {
  const records = openRecords({ now, ...(cost === undefined ? {} : { cost }) });
  try {
    value(await records.vault.unlock(passphrase));
    return await work(records, createSigning({ ...records, now, newId: () => crypto.randomUUID() }));
  } finally {
    records.close();
  }
}

/** Reads everything and verifies all of it. */
const read = (passphrase: Passphrase): Promise<Holding> =>
  withRecords(passphrase, async ({ sessions }, desk) => {
    const found: Found[] = [];
    const damaged: string[] = [];
    for (const row of value(await sessions.list())) {
      const loaded = await sessions.load(row.id);
      if (!loaded.ok || row.kind === 'damaged') damaged.push(`${row.id}: ${JSON.stringify(loaded)}`);
      else {
        const { session } = loaded.value;
        const signature = await desk.signatureOf(session);
        const versions = value(await desk.versionsOf(session.id)).length;
        const known = versions > 0 ? versions : undefined;
        const listed = JSON.stringify(listingOf(session, row.savedAt, versions > 0, known)) === JSON.stringify(row);
        found.push(told(session, signature.kind, versions, listed));
      }
    }
    const chain = await desk.verifyChain();
    const log = value(await desk.log.read());
    return {
      sessions: found,
      damaged,
      last: value(await sessions.last()),
      chain: chain.ok
        ? { count: chain.value.count, problem: null }
        : { count: 0, problem: JSON.stringify(chain.error satisfies StoreError | object) },
      log: {
        kinds: log.lines.map(({ event }) => event.kind),
        problem: log.problem === null ? null : JSON.stringify(log.problem),
      },
    };
  });

function told(session: Session, signature: string, versions: number, listed: boolean): Found {
  const { id, patient, entries, vials, finishedAt } = session;
  const states = statesOf(entries);
  const standing = [...states].filter(([, state]) => state === 'given').map(([site]) => site);
  const order = entries.flatMap((entry) => (entry.kind === 'give' ? [entry.site] : []));
  const first = firstBroken(entries, vials);
  const faults = [...broken(entries, vials)];
  if (first !== null) faults.push(`entry ${String(first)} may not follow`);
  if (!listed) faults.push('the listing says something else');
  return {
    id,
    patient: patient.id,
    entries: entries.length,
    given: standing.toSorted((a, b) => order.lastIndexOf(a) - order.lastIndexOf(b)),
    planned: [...states.values()].filter((state) => state === 'planned').length,
    finished: finishedAt !== undefined,
    signature,
    versions,
    faults,
  };
}

/** Puts new sessions into the store, as the app saves them. */
const fill = (sessions: readonly Session[], passphrase: Passphrase): Promise<void> =>
  withRecords(passphrase, async (records) => {
    for (const session of sessions) value(await records.sessions.save(session, 0));
  });

/** Sets the passphrase; at the standard cost unless told otherwise. */
const protect = (from: Passphrase, to: string, cost?: Cost): Promise<void> =>
  withRecords(
    from,
    async ({ vault }) => {
      value(await vault.changePassphrase(from, to));
    },
    cost,
  );

const addProfile = (name: string, pin: string, passphrase: Passphrase): Promise<void> =>
  withRecords(passphrase, async (_, desk) => {
    value(await desk.profiles.add({ name, credentials: '', pin }));
  });

/** Signs a kept session with the first profile. */
const sign = (session: string, pin: string, passphrase: Passphrase): Promise<void> =>
  withRecords(passphrase, async ({ sessions }, desk) => {
    const [profile] = value(await desk.profiles.list());
    const stored = value(await sessions.load(session));
    value(await desk.sign(stored.session, { profile: profile?.id ?? '', pin }));
  });

/** How long saves of one step take, each way, in ms; the two take turns. */
const timeSaves = (session: Session, count: number): Promise<Record<'relaxed' | 'strict', number[]>> =>
  withRecords(null, async ({ sessions }) => {
    const times = { relaxed: [] as number[], strict: [] as number[] };
    value(await sessions.save(session, 0));
    for (let n = 0; n < 2 * count; n += 1) {
      const durability = n % 2 === 0 ? 'relaxed' : 'strict';
      const from = performance.now();
      value(await sessions.save({ ...session, note: String(n) }, n + 1, durability));
      times[durability].push(performance.now() - from);
    }
    return times;
  });

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error(String(request.error)));
    };
  });

const bytesOf = (_key: string, part: unknown): unknown => (part instanceof Uint8Array ? [...part].join() : part);

/** Every row of the sealed documents and the header, as text, whatever version the database is of. */
async function rows(): Promise<readonly string[]> {
  const db = await settled(indexedDB.open('aliquot'));
  try {
    const tx = db.transaction(['documents', 'header']);
    const all = await Promise.all(['documents', 'header'].map((store) => settled(tx.objectStore(store).getAll())));
    return all.flat().map((row) => JSON.stringify(row, bytesOf));
  } finally {
    db.close();
  }
}

/** Takes the database to a version that the app does not know, as a newer app would; answers with the one it has then. */
async function makeNewer(version: number): Promise<number> {
  const request = indexedDB.open('aliquot', version);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(`of-version-${String(version)}`);
  };
  const db = await settled(request);
  db.close();
  return db.version;
}

/** Puts what a newer version holds into a database of this version, so that it can be read and judged. */
async function makeOlder(): Promise<void> {
  const db = await settled(indexedDB.open('aliquot'));
  const tx = db.transaction(['documents', 'header']);
  const [documents, header] = await Promise.all([
    settled(tx.objectStore('documents').getAll()),
    settled(tx.objectStore('header').getAll()),
  ]);
  db.close();
  await settled(indexedDB.deleteDatabase('aliquot'));
  const { connection, close } = openRecords({ now });
  const written = await connection.use(async (into) => {
    const writing = into.transaction(['documents', 'header'], 'readwrite');
    for (const row of documents) await writing.objectStore('documents').put(row as never);
    for (const row of header) await writing.objectStore('header').put(row as never);
    await writing.done;
    return { ok: true, value: null };
  });
  close();
  value(written);
}

/** Holds a database of version 1 open, as a window of that time would that does not hear that it is wanted. */
async function holdOld(): Promise<void> {
  const request = indexedDB.open('aliquot', 1);
  request.onupgradeneeded = () => {
    for (const store of ['sessions', 'listing']) request.result.createObjectStore(store, { keyPath: 'id' });
  };
  Reflect.set(window, 'held', await settled(request));
}

/** Fills what room the origin has left, to the last few kB, with something of which the app knows nothing. */
async function fillDisk(): Promise<void> {
  const request = indexedDB.open('ballast', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('lead', { autoIncrement: true });
  };
  const db = await settled(request);
  for (const kilobytes of [64, 16, 4]) {
    let room = true;
    while (room) {
      const tx = db.transaction('lead', 'readwrite', { durability: 'relaxed' });
      tx.objectStore('lead').add(crypto.getRandomValues(new Uint8Array(1024 * kilobytes)));
      room = await new Promise((resolve) => {
        tx.oncomplete = () => {
          resolve(true);
        };
        tx.onabort = () => {
          resolve(false);
        };
      });
    }
  }
  db.close();
}

const freeDisk = (): Promise<unknown> => settled(indexedDB.deleteDatabase('ballast'));

export type Probe = typeof probe;
const probe = {
  read,
  fill,
  protect,
  addProfile,
  sign,
  timeSaves,
  rows,
  makeNewer,
  makeOlder,
  holdOld,
  fillDisk,
  freeDisk,
  tryRestores,
};
Reflect.set(window, 'probe', probe);
