import type { Session } from '../../src/record/session';
import { createLock } from '../../src/state/lock';
import { createSettings } from '../../src/state/settings';
import { createSigning, type SigningDesk } from '../../src/state/signing';
import { createVaultDesk } from '../../src/state/vault-desk';
import { type KeptRecords, openRecords } from '../../src/storage/open-records';
import { unwrap } from './signing';
import { freshName } from './vault-rows';

/** The cheapest that Argon2id takes: what is tested is not how dear a try is. */
export const cheap = { memoryKiB: 8, iterations: 1 };
export const injector = { name: 'A. Example', credentials: 'MD', pin: '2580' };

/** One page of a device: its records, who signs on them, and what is done to the vault. */
export type Page = KeptRecords & {
  readonly desk: SigningDesk;
  readonly vaultDesk: ReturnType<typeof createVaultDesk>;
  /** The backups that were saved, the newest last. */
  readonly files: Blob[];
};

/** A device with a clock that counts seconds; `open` opens it as the next page would. `close` lets go of all of them. */
export function signingDevice(name = freshName(), startsAt = '2026-06-02T09:00:00Z') {
  const clock = { at: Date.parse(startsAt) };
  const pages: Page[] = [];
  const now = () => {
    clock.at += 1000;
    return new Date(clock.at).toISOString().replace('Z', '+00:00');
  };
  const open = (): Page => {
    const records = openRecords({ name, now, cost: cheap });
    const newId = () => crypto.randomUUID();
    const desk = createSigning({ ...records, now, newId, cost: cheap });
    const files: Blob[] = [];
    const vaultDesk = createVaultDesk({
      records,
      store: records.sessions,
      settings: createSettings({ read: () => null, write: () => undefined }),
      lock: createLock(false),
      log: () => Promise.resolve(desk.log),
      mayWork: () => Promise.resolve([]),
      now,
      flush: () => Promise.resolve(),
      lockOthers: () => undefined,
      forgetSettings: () => undefined,
      begin: () => undefined,
      saveFile: (_name, content) => files.push(new Blob([content])),
      watch: () => undefined,
      cost: cheap,
    });
    const page = { ...records, desk, vaultDesk, files };
    pages.push(page);
    return page;
  };
  const close = () => {
    for (const page of pages.splice(0)) page.close();
  };
  return { name, clock, open, close };
}

/** Keeps sessions and signs them, each as version 1, by an injector who is new on this device. */
export async function signAll(page: Page, sessions: readonly Session[]) {
  const profile = unwrap(await page.desk.profiles.add(injector));
  const who = { profile: profile.id, pin: injector.pin };
  for (const session of sessions) {
    unwrap(await page.sessions.save(session, 0));
    unwrap(await page.desk.sign(session, who));
  }
  return who;
}

/** What the audit log says, as `kind by name`; it holds, or this throws. */
export async function told({ desk }: Pick<Page, 'desk'>): Promise<readonly string[]> {
  const log = unwrap(await desk.log.read());
  if (log.problem !== null) throw new Error(`line ${String(log.problem.n)} does not hold`);
  const profiles = unwrap(await desk.profiles.list());
  const name = (who: string) => profiles.find(({ id }) => id === who)?.name ?? who;
  return log.lines.map(({ event, who, pin }) => {
    const times = 'times' in event ? ` x${String(event.times)}` : '';
    const late = event.kind === 'late' ? ` ${event.what}` : '';
    const by = who === null ? 'nobody' : `${name(who)}${pin === true ? ' with PIN' : ''}`;
    return `${event.kind}${late}${times} by ${by}`;
  });
}
