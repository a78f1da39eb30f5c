import { serverSettingsId } from '../record/store-ids';
import type { ServerParts } from './open-server';

type Parts = Pick<ServerParts, 'store' | 'lock' | 'channel'> & {
  /** Fetches and opens all of it. */
  readonly open: () => Promise<unknown>;
};

/**
 * Has the clinic's server opened where one is set, once the vault is open: most devices have none, and fetch no more than
 * this. A sign-in that comes back to this page was begun with one set.
 */
export async function startServer({ store, lock, channel, open }: Parts): Promise<void> {
  const { documents } = await store.records();
  const look = async (): Promise<void> => {
    if (lock.getState().state !== 'open') return;
    const kept = await documents.read('server', serverSettingsId);
    if (kept.ok) await open().catch(() => undefined);
  };
  lock.subscribe(() => void look());
  // Set in another window.
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'server-changed') void look();
  });
  await look();
}
