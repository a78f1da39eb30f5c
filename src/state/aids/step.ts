import type { Entry } from '../../ledger/entry';
import type { ChartState } from '../chart-state';

/** What a change of the chart was, as far as somebody who does not look at the screen wants to know. */
export type Step =
  | { readonly kind: 'given'; readonly sites: number }
  /** A muscle, or a side of it, was given at once. */
  | { readonly kind: 'given-at-once'; readonly sites: number; readonly muscleDone: boolean }
  | { readonly kind: 'skipped' | 'voided' | 'undone' | 'redone' | 'finished' | 'reopened' | 'stopped' }
  /** Something else was put on record: a move, an extra, an incident. */
  | { readonly kind: 'recorded' }
  | { readonly kind: 'refused' }
  /** What was said to be done is not kept: the store refused it. */
  | { readonly kind: 'not-saved' }
  /** What was said to be done did not come about: another window was quicker, and its version is shown. */
  | { readonly kind: 'overtaken' };

export type Seen = Pick<ChartState, 'session' | 'fold' | 'next' | 'save' | 'notice'>;

/**
 * What happened between two states of the chart, one right after the other; null where there is nothing to tell. Another
 * session, and a step that another window made, are not told: the window that made it tells of it.
 */
export function stepBetween(before: Seen, after: Seen): Step | null {
  const { session } = after;
  const was = before.session;
  if (after.notice !== before.notice && after.notice?.kind === 'refused') return { kind: 'refused' };
  if (session === null || was === null || session.id !== was.id) return null;
  if (session === was) return lost(before, after) ? { kind: 'not-saved' } : null;
  // A step of this window is shown first and saved then; a version from the store comes with its save state.
  if (after.save !== before.save) return before.save?.kind === 'not-saved' ? { kind: 'overtaken' } : null;
  if (session.entries !== was.entries) {
    const { length } = was.entries;
    if (session.entries.length < length) return { kind: 'undone' };
    const made = session.entries.slice(length);
    const again = new Set(was.undone.at(-1)?.map(({ id }) => id));
    if (made.some(({ id }) => again.has(id))) return { kind: 'redone' };
    return made.length === 0 ? null : stepOf(made, after);
  }
  if ((session.finishedAt === undefined) === (was.finishedAt === undefined)) return null;
  return { kind: session.finishedAt === undefined ? 'reopened' : 'finished' };
}

/** A conflict is told once it is known what is shown instead. */
const lost = (before: Seen, after: Seen): boolean =>
  after.save?.kind === 'not-saved' && before.save?.kind !== 'not-saved' && after.save.error.kind !== 'Conflict';

function stepOf(made: readonly Entry[], { fold }: Seen): Step {
  const kinds = new Set(made.map(({ kind }) => kind));
  if (kinds.has('stop')) return { kind: 'stopped' };
  const given = made.filter((entry) => entry.kind === 'give');
  const [first] = given;
  if (first !== undefined) {
    if (given.length === 1) return { kind: 'given', sites: 1 };
    const muscle = fold.rows.find(({ id }) => id === first.site)?.muscle;
    const open = fold.rows.some((row) => row.muscle === muscle && row.state === 'planned');
    return { kind: 'given-at-once', sites: given.length, muscleDone: !open };
  }
  if (kinds.has('skip')) return { kind: 'skipped' };
  return { kind: kinds.has('void') ? 'voided' : 'recorded' };
}
