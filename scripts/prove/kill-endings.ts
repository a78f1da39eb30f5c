import type { Book } from './book';
import type { Holding } from './probe-page';

/** So many aliquots are shown as saved in each run before the tap that is cut short. */
export const savedFirst = 5;

/** A kill comes at most so long after the tap: signing first stretches a PIN, so that its write comes later. */
const latestMs = { give: 350, new: 350, sign: 5000, amend: 5000 } as const;
/** From a page's first word of writing until the transaction has surely ended. */
const writingMs = 20;
const anyTimeMs = 350;

/** What is tapped, and when the browser dies. */
export type Ending = {
  readonly kind: keyof typeof latestMs;
  /** So many ms after the tap was sent, after the page began to write what it asked for, or after it was shown as signed. */
  readonly from: 'tap' | 'write' | 'shown';
  readonly ms: number;
  readonly latestMs: number;
  /** The kind of document whose writing is waited for. */
  readonly writes: string;
  /** For people. */
  readonly name: string;
};

const cycle = ['give', 'sign', 'give', 'new', 'give', 'sign', 'give', 'amend', 'give', 'give'] as const;
const named = {
  give: 'a tap on Give',
  new: 'a tap on New session',
  sign: 'a tap on Sign and lock',
  amend: 'a tap on Amend',
};

/** How so many runs end: anywhere in 0 to 350 ms after the tap, while it is being written, or just after it was shown as signed. `first` is where in the cycle they begin. */
export function endingsOf(runs: number, next: () => number, first = 0): readonly Ending[] {
  return Array.from({ length: runs }, (_, at) => {
    const n = first + at;
    const kind = cycle[n % cycle.length] ?? 'give';
    const signs = kind === 'sign' || kind === 'amend';
    // By turns, and another way round in the next cycle, so that each kind has all of them.
    const turns = signs ? (['write', 'shown', 'tap'] as const) : (['tap', 'write'] as const);
    const from = turns[(n + Math.floor(n / cycle.length)) % turns.length] ?? 'tap';
    const ms = Math.floor(next() * ((from === 'tap' ? anyTimeMs : writingMs) + 1));
    const writes = signs ? 'signed-version' : 'session';
    const after =
      { tap: '', write: 'the first write after ', shown: 'it was shown as signed, after ' }[from] + named[kind];
    return { kind, from, ms, latestMs: latestMs[kind], writes, name: `${String(ms)} ms after ${after}` };
  });
}

/** A tap that was cut short: what it asked for, and of which session. */
export type CutShort = { readonly kind: Ending['kind']; readonly session: string; readonly site: string };

/** What became of it, as the store has it and as it had been shown. To be asked before the book takes the store for known. */
export function fateOf({ kind, session, site }: CutShort, { sessions }: Holding, book: Book): string {
  const found = sessions.find(({ id }) => id === session);
  const log = book.log(session);
  const told = (shown: boolean, kept: boolean): string =>
    `${kind}: ${shown ? 'shown and kept' : kept ? 'kept unseen' : 'not kept'}`;
  switch (kind) {
    case 'give':
      return told(log.saved.has(site), found?.given.includes(site) === true);
    case 'new': {
      const fresh = sessions.filter(({ id }) => !book.logs.has(id));
      return told(book.logs.size > book.known, fresh.length > 0);
    }
    case 'sign':
    case 'amend':
      return told(log.versions === log.signTaps, found?.versions === log.signTaps);
  }
}
