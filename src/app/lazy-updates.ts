import type { Updates } from '../state/updates';
import { once } from './once';
import type { UpdateParts } from './open-updates';

/** Keeping the app on the device and taking newer versions of it, fetched when the page is idle. */
export const createLazyUpdates = (parts: UpdateParts): (() => Promise<Updates>) =>
  once(() => import('./open-updates').then(({ openUpdates }) => openUpdates(parts)));
