import type { ClinicServer } from '../state/clinic-server';
import { inDemo } from './demo';
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
  // Nothing of the demo goes to a clinic.
  if (inDemo) return { open: () => Promise.reject(new Error('none in the demo')), start: () => Promise.resolve(null) };
  const open = once(() => import('./open-server').then(({ openServer }) => openServer(parts)));
  const begun = once(() => import('./start-server').then(({ startServer }) => startServer({ ...parts, open })));
  return { open, start: () => begun().then((look) => look()) };
}
