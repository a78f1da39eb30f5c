import { readSiteId } from '../../protocol/site-id';
import type { SiteId } from '../../protocol/words';
import { type ViewName, viewNames } from '../chart-state';

/**
 * What windows tell each other about charting, beside the saves that the store announces. Ids and views alone: what is
 * charted is read from the vault, by whoever may open it.
 */
export type Told =
  | Charting
  /** A window stopped charting: it was closed, or another screen is shown in it. */
  | { readonly kind: 'left'; readonly window: string }
  /** Asks who is charting. */
  | { readonly kind: 'who' };

export type Charting = {
  readonly kind: 'charting';
  readonly window: string;
  readonly session: string;
  readonly selected: SiteId | null;
  readonly next: SiteId | null;
  readonly view: ViewName | null;
  /** The view was just asked for: it is to be followed at once. */
  readonly asked: boolean;
  /** A second screen was just opened from this window, and belongs to it. */
  readonly lead: boolean;
};

export type SecondChannel = {
  readonly post: (told: Told) => void;
  /** Calls back with what another window told. Returns the unsubscriber. */
  readonly hear: (listener: (told: Told) => void) => () => void;
};

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
const isSite = (value: unknown): value is SiteId | null =>
  value === null || (typeof value === 'string' && readSiteId(value) !== null);
const isView = (value: unknown): value is ViewName | null => value === null || viewNames.some((name) => name === value);

/** What came over the channel, as far as it is understood: null for anything else, which a newer version may send. */
export function readTold(data: unknown): Told | null {
  if (typeof data !== 'object' || data === null) return null;
  const said = data as Partial<Record<keyof Charting, unknown>>;
  if (said.kind === 'who') return { kind: 'who' };
  const { window, session, selected, next, view, asked, lead } = said;
  if (!isId(window)) return null;
  if (said.kind === 'left') return { kind: 'left', window };
  if (said.kind !== 'charting' || !isId(session)) return null;
  if (!isSite(selected) || !isSite(next) || !isView(view)) return null;
  return { kind: 'charting', window, session, selected, next, view, asked: asked === true, lead: lead === true };
}
