import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { err, ok, type Result, type StoreError } from '../record/ports';
import type { Bytes } from './bytes';
import type { VaultHeader, WipeMark } from './vault-header';

/** A sealed document. `key` follows from its id by a key of the vault and says nothing without it. */
export type DocumentRow = {
  readonly kind: string;
  readonly key: string;
  readonly revision: number;
  readonly iv: Bytes;
  readonly data: Bytes;
};

/**
 * `header` is what is needed to unlock, and the mark of a wipe; `documents` is everything else, sealed. `sessions` and `listing` are the plain
 * records of version 1: empty since they were taken over.
 */
type AliquotDb = DBSchema & {
  header: { key: string; value: VaultHeader | WipeMark };
  documents: { key: [kind: string, key: string]; value: DocumentRow; indexes: { kind: string } };
  sessions: { key: string; value: unknown };
  listing: { key: string; value: unknown };
};

type Db = IDBPDatabase<AliquotDb>;

/**
 * Step n takes a database of version n to n + 1; the steps between the version found and the newest run in one
 * transaction, so an upgrade happens whole or not at all. Never change a step that was released: add one.
 */
const upgradeSteps: readonly ((db: Db) => void)[] = [
  (db) => {
    db.createObjectStore('sessions', { keyPath: 'id' });
    db.createObjectStore('listing', { keyPath: 'id' });
  },
  // The plain records stay until the vault is open and holds every one of them: see take-over.ts.
  (db) => {
    db.createObjectStore('header', { keyPath: 'id' });
    const documents = db.createObjectStore('documents', { keyPath: ['kind', 'key'] });
    // Which sessions there are is read from it without reading past every session.
    documents.createIndex('kind', 'kind');
  },
];

/** The version of the database that this code writes. */
export const databaseVersion = upgradeSteps.length;

export type Connection = {
  readonly name: string;
  /**
   * Runs work on an open database, opening it first where needed. What the database throws comes back as a
   * StoreError. A connection found closed under the work (another version took over, the browser dropped it) is
   * opened again once.
   */
  readonly use: <T>(work: (db: Db) => Promise<Result<T, StoreError>>) => Promise<Result<T, StoreError>>;
  readonly close: () => void;
  /** Closes it for good: what comes afterwards is Locked, and makes no new database. */
  readonly end: () => void;
};

/** A connection to the database `name`, opened at first use and whenever it was lost. */
export function connect(name: string): Connection {
  // One opening at a time; it is forgotten when it fails or when its database is lost, and the next use opens anew.
  let opening: { answer: Promise<Result<Db, StoreError>> } | null = null;
  let ended = false;

  const open = (): Promise<Result<Db, StoreError>> => {
    if (opening !== null) return opening.answer;
    let answer: (opened: Result<Db, StoreError>) => void = () => undefined;
    const mine = {
      answer: new Promise<Result<Db, StoreError>>((resolve) => {
        answer = resolve;
      }),
    };
    opening = mine;
    const forget = () => {
      if (opening === mine) opening = null;
    };
    openDatabase(name, {
      // An older window holds the database and has not let go. Say so; once it does, the next use finds it open.
      blocked() {
        answer(err({ kind: 'Unavailable', why: 'another window holds an older version; close it' }));
      },
      lost: forget,
    }).then(
      (db) => {
        if (opening === mine) mine.answer = Promise.resolve(ok(db));
        else db.close();
        answer(ok(db));
      },
      async (error: unknown) => {
        forget();
        answer(err(isNamed(error, 'VersionError') ? await newerVersion(name) : asStoreError(error)));
      },
    );
    return mine.answer;
  };

  const attempt = async <T>(
    work: (db: Db) => Promise<Result<T, StoreError>>,
    again: boolean,
  ): Promise<Result<T, StoreError>> => {
    if (ended) return err({ kind: 'Locked' });
    const opened = await open();
    if (!opened.ok) return opened;
    const held = opening;
    try {
      return await work(opened.value);
    } catch (error) {
      // InvalidStateError is what a closed database answers to a new transaction: nothing was written.
      if (!again || !isNamed(error, 'InvalidStateError')) return err(asStoreError(error));
      if (opening === held) opening = null;
      return attempt(work, false);
    }
  };

  const close = () => {
    void opening?.answer.then((opened) => {
      if (opened.ok) opened.value.close();
    });
    opening = null;
  };

  return {
    name,
    use: (work) => attempt(work, true),
    close,
    end() {
      ended = true;
      close();
    },
  };
}

async function openDatabase(name: string, on: { blocked: () => void; lost: () => void }): Promise<Db> {
  if (typeof indexedDB === 'undefined') throw new Error('it has no IndexedDB');
  return openDB<AliquotDb>(name, databaseVersion, {
    upgrade(db, from, _to, tx) {
      observe(tx);
      for (const step of upgradeSteps.slice(from)) step(db);
    },
    blocked: on.blocked,
    // A newer version (or a wipe) wants the database: let go at once, so that neither window can hurt the other.
    // Transactions under way still complete; the next use opens again and is told what it finds.
    blocking(_current, _wanted, event) {
      on.lost();
      (event.target as IDBDatabase).close();
    },
    terminated: on.lost,
  });
}

/** A transaction whose end nobody awaits would report its abort as an unhandled rejection. Its requests tell of it. */
export function observe(tx: { readonly done: Promise<void> }): void {
  tx.done.catch(() => undefined);
}

/**
 * Takes back what a transaction wrote so far. A request that throws instead of failing leaves its transaction open, and
 * what came before it would be committed.
 */
export async function rollBack(tx: { readonly done: Promise<void>; readonly abort: () => void }): Promise<void> {
  try {
    tx.abort();
  } catch {
    // It is over already: rolled back with the request that failed.
  }
  await tx.done.catch(() => undefined);
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** What a failed request or transaction means for the one who wanted to save. */
function asStoreError(error: unknown): StoreError {
  if (isNamed(error, 'QuotaExceededError')) return { kind: 'DiskFull' };
  return { kind: 'Unavailable', why: error instanceof Error && error.message !== '' ? error.message : String(error) };
}

/** Reads which version lies there, by opening it as it is. */
async function newerVersion(name: string): Promise<StoreError> {
  try {
    const db = await openDB(name);
    const found = db.version;
    db.close();
    return { kind: 'NewerVersion', found, known: databaseVersion };
  } catch (error) {
    return asStoreError(error);
  }
}
