import type { Near } from '../anatomy/fields';
import type { Neighbour } from '../anatomy/neighbours';
import type { Fold } from '../ledger/state';
import type { Message } from '../messages/translate';
import type { ZoneId } from '../protocol/danger-zone';
import type { SiteId } from '../protocol/words';
import type { StoreError } from '../record/ports';
import type { Session } from '../record/session';
import type { Dropped } from './drag-text';
import type { Offer } from './ftp-offer';
import type { KnownHistory } from './history';
import type { NeedleChoice } from './needle-view';
import type { Painting } from './pain-desk';
import type { Signature } from './signature';
import type { ZonePlacement } from './zones';

/** What the user is doing beyond reading and giving. One at a time, so two forms can never contradict each other. */
export type Doing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'adding-extra' }
  | { readonly kind: 'moving-site' }
  /** A site was dragged to another place of the skin: it moves there once that is confirmed. */
  | { readonly kind: 'confirming-move'; readonly dropped: Dropped }
  | { readonly kind: 'drawing-pain' }
  | { readonly kind: 'editing-details' }
  | { readonly kind: 'preparing' }
  | { readonly kind: 'describing-vials' }
  | { readonly kind: 'recording-event' }
  | { readonly kind: 'finishing' }
  | { readonly kind: 'signing' }
  | { readonly kind: 'amending' }
  | { readonly kind: 'reading-versions' }
  | { readonly kind: 'sizing-head' }
  | { readonly kind: 'planning-after' }
  | { readonly kind: 'choosing-action' }
  | { readonly kind: 'reading-keys' }
  | { readonly kind: 'reading-shifts' };

/** What the record says of itself. Follows completed transactions, never wishes. */
type SaveState =
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'not-saved'; readonly error: StoreError };

/**
 * The last thing worth saying aloud: a refusal (alert), a confirmation (status), or a confirmation with a warning, which
 * is a status too, since nothing was refused, but stays in sight until something else is said. `n` makes repeats distinct.
 */
export type Notice = { readonly kind: 'refused' | 'done' | 'warned'; readonly message: Message; readonly n: number };

export const viewNames = ['front', 'left', 'right', 'back', 'shoulders'] as const;
export type ViewName = (typeof viewNames)[number];

export type ChartState = {
  /** Null while no session is open: the map can be read, not charted. */
  readonly session: Session | null;
  /** Of the session's patient, from the other sessions of the store; null while it is not known, and without a session. */
  readonly history: KnownHistory | null;
  readonly fold: Fold;
  readonly next: SiteId | null;
  readonly selected: SiteId | null;
  readonly doing: Doing;
  readonly layer: 'skin' | 'muscles';
  /** Whether the selected site's needle is drawn, and which of those the text allows. Not part of the record. */
  readonly needle: { readonly shown: boolean } & NeedleChoice;
  /** The head that is charted on, as a record writes it: `standard`, or what it measures. */
  readonly variant: string;
  /** Its sites are still being placed: those shown are where they would be if they moved with the skin. */
  readonly placing: boolean;
  /** Where it hurts is shown on the skin, if it was drawn. */
  readonly painShown: boolean;
  /** The drawing of pain that is under way: shown instead of the one on record. */
  readonly painting: Painting | null;
  /** Where extras could be planned for the pain; shown while pain is looked at. */
  readonly offers: readonly Offer[];
  /** The sites of the other map are drawn beside those of the one in use. */
  readonly comparing: boolean;
  /** The layer of danger zones is on. */
  readonly zonesShown: boolean;
  /** Where they lie on the head in use; null until fetched. */
  readonly zonePlacement: ZonePlacement | null;
  /** What was found near the sites that the injector placed, by `placeKey`. */
  readonly placedNear: Readonly<Record<string, readonly Neighbour[]>>;
  /** The fixed site nearest to each extra, by map and place. */
  readonly placedBeside: Readonly<Record<string, Near>>;
  /** The one chosen from their list. */
  readonly zone: ZoneId | null;
  /** Asks the map to turn; a new object is a new wish. `asked` false: by itself, with the selection. */
  readonly turnTo:
    | { readonly preset: ViewName }
    | { readonly site: SiteId; readonly asked: boolean }
    | { readonly zone: ZoneId }
    | null;
  /** The preset the camera stands nearest to. */
  readonly view: ViewName | null;
  readonly save: SaveState | null;
  /** Who signed the session; null while that is not known, and without a session. */
  readonly signature: Signature | null;
  readonly notice: Notice | null;
};
