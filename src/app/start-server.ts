import { serverSettingsId } from '../record/store-ids';
import type { ClinicServer } from '../state/clinic-server';
import type { ServerParts } from './open-server';

type Parts = Pick<ServerParts, 'store' | 'lock' | 'channel'> & {
  /** Fetches and opens all of it. */
  readonly open: () => Promise<ClinicServer>;
};

/** The clinic's server where one is set and the vault is open; null where not. */
export type LookForServer = () => Promise<ClinicServer | null>;

/**
 * Has the clinic's server opened where one is set, once the vault is open: most devices have none, and fetch no more than
 * this. A sign-in that comes back to this page was begun with one set.
 */
export async function startServer({ store, lock, channel, open }: Parts): Promise<LookForServer> {
  const { documents } = await store.records();
  const look: LookForServer = async () => {
    if (lock.getState().state !== 'open') return null;
    const kept = await documents.read('server', serverSettingsId);
    return kept.ok ? open().catch(() => null) : null;
  };
  lock.subscribe(() => void look());
  // Set in another window.
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'server-changed') void look();
  });
  await look();
  return look;
}
