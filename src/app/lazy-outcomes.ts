import type { OutcomesKit } from '../state/outcomes/outcomes-kit';
import type { openOutcomes } from './open-outcomes';
import { once } from './once';

/** Diaries and what follows from them, fetched when they are first asked for. */
export const createLazyOutcomes = (kit: () => Parameters<typeof openOutcomes>[0]): (() => Promise<OutcomesKit>) =>
  once(() => import('./open-outcomes').then((opened) => opened.openOutcomes(kit())));
