import type { Second } from './follow';

/** Second screens, from both sides. */
export type SecondDesk = {
  /** Tells second screens what is charted in this window; the answer ends that. */
  readonly tell: () => () => void;
  /** Opens a second screen for what is charted here, or goes to the one that is open; false where the browser does not let it. */
  readonly open: () => boolean;
  /** Follows what is charted in another window. */
  readonly follow: () => Second;
};
