import type { Build, Busy, NotKept, Refused } from '../state/updates';

/**
 * What windows and service workers say to each other. A window and a worker may be of different builds: whoever hears
 * something else passes it over, and what is not answered in time counts as not known.
 */
export type ToWorker =
  /** Asks a worker what it is of; `entry` is a file whose name only the build of this window has. Answered with `AboutBuild`. */
  | { readonly aliquot: 'tell'; readonly entry: string }
  /** The user chose to have the waiting build take over. Answered with `Taking`. */
  | { readonly aliquot: 'take' };

/** `yours`: the window was loaded from this very build. `whole`: every file of it lies on the device. */
export type AboutBuild = Build & { readonly yours: boolean; readonly whole: boolean };

/** Null: it takes over. */
export type Taking = { readonly refused: Refused | null };

export type ToWindow =
  /** May this window be loaded anew? Answered with `Standing`, after what is being saved is saved. */
  | { readonly aliquot: 'may-take' }
  /** The build could not be kept. */
  | { readonly aliquot: 'not-kept'; readonly why: NotKept };

export type Standing = { readonly busy: Busy | null };
