import { whoMayWork } from '../state/at-work';
import type { Lock } from '../state/lock';
import type { PracticeDesk } from '../state/practice-desk';
import type { SettingsStore } from '../state/settings';
import type { SigningDesk } from '../state/signing';
import { createVaultDesk, type VaultDesk } from '../state/vault-desk';
import { watchIdle } from '../state/watch-idle';
import type { Channel } from '../storage/session-news';
import { isoNow, saveFile, settingsKey } from './browser';
import { tellLearning } from './learning-news';
import type { LazyStore } from './lazy-store';
import type { BeforeLock } from './open-outcomes';
import { tellBooks } from './outcomes-news';
import { shut } from './shut';

export type VaultDeskParts = {
  readonly store: LazyStore;
  readonly signing: () => Promise<Pick<SigningDesk, 'log' | 'profiles' | 'atWork'>>;
  readonly settings: SettingsStore;
  readonly practice: () => Promise<PracticeDesk>;
  readonly lock: Lock;
  readonly channel: Channel;
  /** Each resolves once nothing of its own is being written any more. */
  readonly beforeLock: BeforeLock;
};

/** Puts the vault's desk together with this browser. */
export async function openVaultDesk(parts: VaultDeskParts): Promise<VaultDesk> {
  const { store, signing, settings, practice, lock, channel, beforeLock } = parts;
  const records = await store.records();
  const desk = createVaultDesk({
    records,
    store,
    settings,
    lock,
    log: async () => (await signing()).log,
    mayWork: async () => {
      const { profiles, atWork } = await signing();
      const found = await profiles.list();
      return found.ok ? whoMayWork(found.value, atWork.store.getState()) : [];
    },
    now: isoNow,
    flush: async () => {
      await Promise.all([...beforeLock].map((flush) => flush()));
    },
    // The other windows show what was open to everybody: they ask for the new passphrase as well.
    lockOthers: () => {
      channel.postMessage({ vault: 'locked' });
    },
    restored: async () => {
      await (await practice()).reread();
      tellLearning();
      tellBooks();
    },
    forgetSettings: () => {
      localStorage.removeItem(settingsKey);
    },
    begin: () => {
      shut(lock, true);
    },
    saveFile,
    watch: (onLock) =>
      watchIdle({
        // Without a passphrase there is nothing to lock.
        minutes: () => (settings.getState().locks ? Number(settings.getState().lockAfter) : 0),
        onMinutes: (changed) =>
          settings.subscribe((now, before) => {
            if (now.lockAfter !== before.lockAfter || now.locks !== before.locks) changed();
          }),
        now: Date.now,
        after: (ms, done) => {
          const timer = setTimeout(done, ms);
          return () => {
            clearTimeout(timer);
          };
        },
        presence: (here) => {
          for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
            addEventListener(kind, here, { capture: true, passive: true });
        },
        channel,
        onLock,
      }),
  });
  return desk;
}
