import type { ClinicServer } from '../state/clinic-server';
import { once } from './once';
import type { ServerParts } from './open-server';

export type LazyServer = {
  /** All of it, for the screens. */
  readonly open: () => Promise<ClinicServer>;
  /** Sends what is to be sent, where a server is set; null where none is. */
  readonly start: () => Promise<ClinicServer | null>;
};

/** The clinic's server, fetched when it is first needed. */
export function createLazyServer(parts: ServerParts): LazyServer {
  const open = once(() => import('./open-server').then(({ openServer }) => openServer(parts)));
  const begun = once(() => import('./start-server').then(({ startServer }) => startServer({ ...parts, open })));
  return { open, start: () => begun().then((look) => look()) };
}
