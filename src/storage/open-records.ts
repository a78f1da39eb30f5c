import type { DocumentStore } from '../record/ports';
import type { Cost } from './argon2';
import { connect, type Connection } from './database';
import { createDocumentStore } from './document-store';
import { createIndexedDbStore, type KeptSessions } from './indexed-db-store';
import type { Channel } from './session-news';
import { createUntold, type UntoldEvents } from './untold';
import { createVault, type Vault, type VaultEvent } from './vault';

export type RecordsDeps = {
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  /** Tells other windows of a save, of a lock and of a wipe. */
  readonly channel?: Channel;
  /** Name of the database; `aliquot` unless a test wants its own. */
  readonly name?: string;
  readonly cost?: Cost;
  readonly onEvent?: (event: VaultEvent) => void;
};

/** Everything that is kept on this device, over one connection. */
export type KeptRecords = {
  readonly connection: Connection;
  readonly vault: Vault;
  readonly sessions: KeptSessions;
  readonly documents: DocumentStore;
  /** What the audit log has yet to be told. */
  readonly untold: UntoldEvents;
  /** Lets go of the database and the channel. */
  readonly close: () => void;
};

/** A channel that says nothing once it is closed: a save may end after its window let go. */
function quietOnceClosed(channel: Channel): Channel {
  let closed = false;
  return {
    postMessage(message: unknown) {
      if (!closed) channel.postMessage(message);
    },
    addEventListener: channel.addEventListener.bind(channel),
    removeEventListener: channel.removeEventListener.bind(channel),
    close() {
      closed = true;
      channel.close();
    },
  };
}

/** Opens nothing yet: the database is opened at first use, and so is a vault that has no passphrase. */
export function openRecords({ now, name = 'aliquot', cost, onEvent, ...given }: RecordsDeps): KeptRecords {
  const channel = given.channel === undefined ? undefined : quietOnceClosed(given.channel);
  const connection = connect(name);
  const vault = createVault({
    connection,
    now: () => Date.parse(now()),
    ...(channel === undefined ? {} : { channel }),
    ...(cost === undefined ? {} : { cost }),
    ...(onEvent === undefined ? {} : { onEvent }),
  });
  const deps = { connection, vault, now };
  return {
    connection,
    vault,
    sessions: createIndexedDbStore({ ...deps, ...(channel === undefined ? {} : { channel }) }),
    documents: createDocumentStore(deps),
    untold: createUntold(deps),
    close() {
      connection.close();
      channel?.close();
    },
  };
}
