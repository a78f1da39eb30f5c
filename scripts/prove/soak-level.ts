import type { Drawn, Held } from './soak-gauge';

/** How a soak is done. */
export type Soak = {
  readonly sessions: number;
  /** False: in a browser without WebGL, the drawing an empty sheet. */
  readonly head: boolean;
  /** After so many sessions everything was fetched, compiled and shown once, and the lists are as long as they are drawn. */
  readonly warmUp: number;
  /** After so many sessions what the window holds is read. */
  readonly every: number;
};

/**
 * A soak of so many sessions: from 150 on warmed up by about the first hundred and read every fifty, each time after the same
 * screen, since what is looked at now and then comes round in fifty. Shorter ones are read more often, and what the screen
 * before left behind then differs.
 */
export function soakOf(sessions: number, head = true): Soak {
  const every = sessions >= 150 ? 50 : Math.max(2, Math.ceil(sessions / 10));
  return { sessions, head, every, warmUp: every * Math.max(1, Math.floor(Math.min(100, sessions / 2) / every)) };
}

/** What was read of the window at one moment. */
export type Reading = {
  readonly held: Held;
  /** With the last session still shown; null in a browser without WebGL. */
  readonly drawn: Drawn | null;
  /** The heap of a window that was just opened on the same records, bytes; null where none was opened. */
  readonly fresh: number | null;
};

const megabyte = 1e6;
/** What may be there more than after the warm-up. Compiled code comes and goes; so does what the last screen left behind. */
export const slack = { heap: megabyte, nodes: 100, listeners: 20 } as const;

/** What grew from one reading to a later one by more than may be, in words; empty where nothing did. */
export function grown(warm: Reading, now: Reading): Readonly<Record<'heap' | 'fresh' | 'page' | 'scene', string>> {
  const { heap, contexts, ...page } = now.held;
  const over = ({ held, fresh }: Reading): number => (fresh === null ? Number.NaN : held.heap - fresh);
  return {
    heap: bytesAbove(heap - warm.held.heap),
    fresh: bytesAbove(over(now) - over(warm)),
    page: above(page, { ...warm.held }),
    scene: above({ contexts, ...now.drawn }, { contexts: warm.held.contexts, ...warm.drawn }),
  };
}

/** A reading in one line. */
export function readingText({ held: { heap, ...counts }, drawn, fresh }: Reading): string {
  const all = Object.entries({ ...counts, ...drawn }).map(([what, count]) => `${what} ${String(count)}`);
  const beside = fresh === null ? '' : ` (a fresh window ${megabytes(fresh)})`;
  return `heap ${megabytes(heap)}${beside}, ${all.join(', ')}`;
}

type Counts = Readonly<Record<string, number | undefined>>;

function above(now: Counts, before: Counts): string {
  const allowed: Counts = slack;
  return Object.entries(now)
    .filter(([what, count = 0]) => count > (before[what] ?? 0) + (allowed[what] ?? 0))
    .map(([what, count]) => `${what} ${String(before[what] ?? 0)} to ${String(count)}`)
    .join(', ');
}

const bytesAbove = (more: number): string => (more > slack.heap ? `${megabytes(more)} more` : '');
const megabytes = (bytes: number): string => `${(bytes / megabyte).toFixed(2)} MB`;
