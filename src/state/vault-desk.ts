import '../messages/later';
import type { Message } from '../messages/translate';
import type { AuditEvent } from '../record/audit';
import type { SessionStore } from '../record/ports';
import type { Cost } from '../storage/argon2';
import type { KeptRecords } from '../storage/open-records';
import type { VaultStatus } from '../storage/vault';
import { wipeDevice } from '../storage/wipe';
import type { AuditLog } from './audit-log';
import type { BackupDesk } from './backup-desk';
import type { Lock } from './lock';
import type { Profile } from './profiles';
import type { SettingsStore } from './settings';
import { type Trouble, storeTrouble, unlockTrouble } from './vault-text';

export type VaultDeskDeps = {
  readonly records: KeptRecords;
  readonly store: Pick<SessionStore, 'list'>;
  readonly settings: SettingsStore;
  readonly lock: Lock;
  readonly log: () => Promise<Pick<AuditLog, 'append' | 'next'>>;
  /** Those of whom one may be at work, where that is to be asked. */
  readonly mayWork: () => Promise<readonly Profile[]>;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  /** Resolves once nothing of the open session is being written. */
  readonly flush: () => Promise<void>;
  readonly lockOthers: () => void;
  /** A restore may have changed what the practice keeps. */
  readonly restored?: () => Promise<void>;
  readonly forgetSettings: () => void;
  /** Begins anew, as on a device that never held anything. */
  readonly begin: () => void;
  readonly saveFile: (name: string, content: BlobPart, type: string) => void;
  /** Watches for an idle device from now on. */
  readonly watch: (onLock: () => void) => void;
  readonly cost?: Cost;
};

export type { VaultStatus };

/** Null where it was done. */
type Done = Promise<Trouble | null>;

/** What is done to the vault as a whole, for the screens: every failure in words. */
export type VaultDesk = {
  readonly status: () => Promise<VaultStatus | Trouble>;
  readonly unlock: (passphrase: string) => Done;
  readonly emergencyView: (recoveryKey: string) => Done;
  /** A new passphrase where the old one is lost; what is kept stays. */
  readonly resetPassphrase: (recoveryKey: string, next: string) => Done;
  /** `current` null where there is none; `next` null: knowingly none. Locks the other windows. */
  readonly changePassphrase: (current: string | null, next: string | null) => Done;
  readonly makeRecoveryKey: (current: string | null) => Promise<{ readonly key: string } | Trouble>;
  /** Writes what is being written, then locks every window. */
  readonly lock: () => Promise<void>;
  readonly wipe: () => Done;
  readonly backup: () => Promise<BackupDesk>;
};

/** Chosen, as a least that is not laughable; the hint asks for several words. Argon2id slows each guess. */
const shortestPassphrase = 10;

/** Keeps no passphrase and no key. Watches for an idle device once the vault was opened here or got a passphrase. */
export function createVaultDesk(deps: VaultDeskDeps): VaultDesk {
  const { records, settings, lock } = deps;
  const { vault } = records;
  let watching = false;

  /** A line that cannot be written keeps nobody from unlocking or locking; the log itself tells what is missing of it. */
  const putDown = async (event: AuditEvent): Promise<void> => {
    await deps
      .log()
      .then((log) => log.append(event))
      .catch(() => undefined);
  };
  const close = async () => {
    await deps.flush();
    await putDown({ kind: 'locked' });
    vault.lock();
  };
  const watch = () => {
    if (watching) return;
    watching = true;
    deps.watch(() => void close());
  };
  const tooShort = (next: string): Trouble | null =>
    Array.from(next).length < shortestPassphrase ? said('protect.tooShort', { least: shortestPassphrase }) : null;

  return {
    async status() {
      const status = await vault.status();
      if (!status.ok) return storeTrouble(status.error);
      const locks = status.value.lock === 'passphrase';
      // What was remembered outside the vault is put right by it.
      if (settings.getState().locks !== locks) settings.setState({ locks });
      if (!locks && lock.getState().state === 'locked') lock.setState({ state: 'open' });
      return status.value;
    },

    async unlock(passphrase) {
      const opened = await vault.unlock(passphrase);
      if (!opened.ok) return unlockTrouble(opened.error);
      watch();
      // Who is at work is asked first: what is shown then is put down as seen by somebody.
      const mayWork = await deps.mayWork().catch(() => []);
      lock.setState(mayWork.length > 0 ? { mayWork } : { state: 'open' });
      // Tells what happened while it was locked as well.
      await putDown({ kind: 'unlocked' });
      return null;
    },

    async emergencyView(recoveryKey) {
      const opened = await vault.unlockReadOnly(recoveryKey);
      if (!opened.ok) return unlockTrouble(opened.error);
      watch();
      lock.setState({ state: 'read-only' });
      return null;
    },

    async resetPassphrase(recoveryKey, next) {
      const short = tooShort(next);
      if (short !== null) return short;
      const done = await vault.resetPassphrase(recoveryKey, next);
      return done.ok ? null : unlockTrouble(done.error);
    },

    async changePassphrase(current, next) {
      const short = next === null ? null : tooShort(next);
      if (short !== null) return short;
      const done = await vault.changePassphrase(current, next);
      if (!done.ok) return unlockTrouble(done.error);
      settings.setState({ locks: next !== null });
      await putDown({ kind: 'passphrase-changed', to: next === null ? 'nothing' : 'passphrase' });
      if (next === null) return null;
      deps.lockOthers();
      watch();
      return null;
    },

    async makeRecoveryKey(current) {
      const made = await vault.makeRecoveryKey(current);
      if (!made.ok) return unlockTrouble(made.error);
      await putDown({ kind: 'recovery-key-made' });
      return { key: made.value };
    },

    lock: close,

    async wipe() {
      lock.setState({ wiping: true });
      const done = await wipeDevice({ ...records, forgetSettings: deps.forgetSettings, now: deps.now });
      // Whatever came of it: a window that could not delete is locked and left like any other.
      lock.setState({ wiping: false });
      if (!done.ok) return storeTrouble(done.error);
      deps.begin();
      return null;
    },

    async backup() {
      const { createBackupDesk } = await import('./backup-desk');
      return createBackupDesk(deps);
    },
  };
}

const said = (key: Message['key'], values: NonNullable<Message['values']>): Trouble => ({
  kind: 'trouble',
  message: { key, values },
  waitMs: 0,
});
