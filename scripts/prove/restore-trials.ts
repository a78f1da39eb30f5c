import { joinLearning } from '../../src/learn/learning-join';
import { canonicalBytes } from '../../src/record/canonical';
import type { Session } from '../../src/record/session';
import { createSigning } from '../../src/state/signing';
import { makeBackup } from '../../src/storage/backup';
import { type KeptRecords, openRecords } from '../../src/storage/open-records';
import { restoreBackup, type Restored } from '../../src/storage/restore';
import { seeded } from '../seeded';

// Runs in a browser, as a part of the probe: backups of one device restored into it later, and into another that went its
// own way since, over real databases with the app's own code. Only the cost of a passphrase is other than the app's.

export type RestoreClaim = 'newer' | 'signed' | 'conflicts' | 'added' | 'sound';
/** What broke in a trial, by claim; nothing for one that holds. */
export type RestoreTrial = { readonly name: string; readonly broken: readonly (readonly [RestoreClaim, string])[] };

const cost = { memoryKiB: 8, iterations: 1 };
const passphrase = 'nine red kites over the mill';
const pin = '2580';

function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A device with some sessions, and what is done on it. */
class Device {
  private readonly records: KeptRecords;
  private readonly desk;
  private profile = '';

  constructor(
    private readonly name: string,
    now: () => string,
  ) {
    this.records = openRecords({ now, name, cost });
    this.desk = createSigning({ ...this.records, now, newId: () => crypto.randomUUID(), cost });
  }

  async save(session: Session): Promise<void> {
    const here = await this.records.sessions.load(session.id);
    value(await this.records.sessions.save(session, here.ok ? here.value.revision : 0));
  }

  async change(id: string, note: string): Promise<void> {
    await this.save({ ...value(await this.records.sessions.load(id)).session, note });
  }

  /** Signs a session, or amends it where it is signed already. */
  async sign(id: string): Promise<void> {
    if (this.profile === '')
      this.profile = value(await this.desk.profiles.add({ name: 'A. Example', credentials: '', pin })).id;
    const who = { profile: this.profile, pin };
    const { session } = value(await this.records.sessions.load(id));
    if ((await this.versions(id)) === 0) value(await this.desk.sign(session, who));
    else value(await this.desk.amend(id, { text: `once more on ${this.name}`, reason: 'proof' }, who));
  }

  async versions(id: string): Promise<number> {
    return value(await this.desk.versionsOf(id)).length;
  }

  async backup(): Promise<Uint8Array<ArrayBuffer>> {
    return value(await makeBackup({ ...this.deps(), cost }, { passphrase, recoveryKey: false })).file;
  }

  async restore(file: Uint8Array<ArrayBuffer>, take: readonly string[]): Promise<Restored> {
    return value(
      await restoreBackup(
        { ...this.deps(), tell: this.tell, joinLearning },
        file,
        { by: 'passphrase', passphrase },
        take,
      ),
    );
  }

  private readonly tell = (records: number, coming: Parameters<typeof this.desk.log.next>[2]) =>
    this.desk.log.next({ kind: 'restored', records }, undefined, coming);

  private deps() {
    const { connection, vault } = this.records;
    return { connection, vault, now: () => new Date().toISOString() };
  }

  /** Every session and signed version as canonical text, in whatever order its fields were written, by kind and id. */
  async contents(): Promise<Map<string, { readonly revision: number; readonly text: string }>> {
    const found = new Map<string, { readonly revision: number; readonly text: string }>();
    for (const kind of ['session', 'signed-version'] as const) {
      for (const { id, revision, doc } of value(await this.records.documents.readAll(kind)).found)
        found.set(`${kind}/${id}`, { revision, text: new TextDecoder().decode(value(canonicalBytes(doc))) });
    }
    return found;
  }

  /** What of it does not hold: sessions that do not open, signatures, the chain, the log. */
  async faults(): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const row of value(await this.records.sessions.list())) {
      const loaded = await this.records.sessions.load(row.id);
      if (!loaded.ok || row.kind === 'damaged') faults.push(`${row.id} does not open`);
      else {
        const { kind } = await this.desk.signatureOf(loaded.value.session);
        if (kind !== 'signed' && kind !== 'unsigned') faults.push(`${row.id} is ${kind}`);
        if (row.signed !== (kind === 'signed')) faults.push(`${row.id} is ${kind} and listed otherwise`);
      }
    }
    const chain = await this.desk.verifyChain();
    if (!chain.ok) faults.push(`chain: ${JSON.stringify(chain.error)}`);
    const log = value(await this.desk.log.read());
    if (log.problem !== null) faults.push(`log: ${JSON.stringify(log.problem)}`);
    return faults;
  }

  async end(): Promise<void> {
    this.records.close();
    await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(this.name);
      request.onsuccess = request.onerror = resolve;
    });
  }
}

/** The session that a document is of: `session/s`, `signed-version/s.1`. */
const idOf = (key: string): string => key.replace(/^[\w-]+\//, '').replace(/\.\d+$/, '');

/** Restores older backups into living stores, once for each of `sets` of complete sessions. */
export async function tryRestores(sets: readonly (readonly Session[])[], seed: number): Promise<RestoreTrial[]> {
  const next = seeded(seed);
  const trials: RestoreTrial[] = [];
  for (const [n, sessions] of sets.entries()) trials.push(await tryRestore(n, sessions, next));
  return trials;
}

async function tryRestore(n: number, sessions: readonly Session[], next: () => number): Promise<RestoreTrial> {
  const broken: [RestoreClaim, string][] = [];
  const hold = (claim: RestoreClaim, holds: boolean, seen: string): void => {
    if (!holds) broken.push([claim, seen]);
  };
  let clock = Date.now();
  const now = (): string => {
    clock += 1000;
    return new Date(clock).toISOString();
  };
  const other = n % 2 === 1;
  const [home, away] = [new Device(`restore-${String(n)}-a`, now), new Device(`restore-${String(n)}-b`, now)];
  const some = (share: number): readonly Session[] => sessions.filter(() => next() < share);
  const live = async (device: Device, what: string): Promise<void> => {
    for (const { id } of some(0.5)) {
      if ((await device.versions(id)) === 0) await device.change(id, `${what} ${String(next())}`);
    }
    for (const { id } of some(0.3)) await device.sign(id);
  };
  try {
    for (const session of sessions) await home.save(session);
    await live(home, 'before');
    const older = await home.backup();
    if (other) await away.restore(older, []);
    // From here on the two have one past and two presents.
    await live(home, 'after');
    const file = other ? await home.backup() : older;
    const there = await home.contents();
    const device = other ? away : home;
    if (other) await live(away, 'elsewhere');
    const before = await device.contents();

    const restored = await device.restore(file, []);
    const after = await device.contents();
    const versions = (all: typeof after, id: string): number =>
      [...all.keys()].filter((key) => key.startsWith(`signed-version/${id}.`)).length;
    /** Signed here, and further in the backup: the longer history stands, and its session with it. */
    const continued = (id: string): boolean => versions(before, id) > 0 && versions(after, id) > versions(before, id);
    for (const [key, { text }] of before) {
      const session = key.startsWith('session/');
      const stays = after.get(key)?.text === text || (session && continued(idOf(key)));
      hold(session ? 'newer' : 'signed', stays, `${key} was replaced`);
    }
    if (!other) hold('added', restored.written === 0, `${String(restored.written)} written over nothing lost`);
    const named = new Set(restored.conflicts.map(({ kind, id }) => `${kind}/${id}`));
    for (const [key, { text, revision }] of other ? there : []) {
      if (key.startsWith('signed-version/chain.')) continue;
      const here = before.get(key);
      // A session that is a draft here and signed there is named for all of it.
      const said = named.has(key) || named.has(`session/${idOf(key)}`);
      const taken = after.get(key)?.text === text;
      if (here === undefined) hold('added', taken || said, `${key} is not there, and not named`);
      else if (here.text !== text) {
        const newerHere = here.revision > revision || versions(before, idOf(key)) > versions(there, idOf(key));
        const stays = key.startsWith('session/') && (newerHere || (taken && continued(idOf(key))));
        hold('conflicts', said || stays, `${key} differs and is not named`);
      }
    }
    hold('sound', (await device.faults()).length === 0, (await device.faults()).join('; '));

    // What the user chooses is taken, unless it was signed here since.
    const chosen = some(0.5).map(({ id }) => id);
    const signedHere = new Map(await Promise.all(chosen.map(async (id) => [id, await device.versions(id)] as const)));
    await device.restore(file, chosen);
    const last = await device.contents();
    for (const [key, { text }] of after) {
      const id = idOf(key);
      const taken = key.startsWith('session/') && chosen.includes(id);
      if (!taken)
        hold(key.startsWith('session/') ? 'newer' : 'signed', last.get(key)?.text === text, `${key} was replaced`);
      else if ((signedHere.get(id) ?? 0) > 0 && last.get(key)?.text !== text)
        hold('signed', (await device.faults()).length === 0, `${key} was signed, and taken back`);
    }
    hold('sound', (await device.faults()).length === 0, `chosen: ${(await device.faults()).join('; ')}`);
  } finally {
    await home.end();
    await away.end();
  }
  return { name: `trial ${String(n)}${other ? ', another device' : ', the same device'}`, broken };
}
