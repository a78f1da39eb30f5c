import type { SiteRow } from '../ledger/state';
import { sameExtra } from '../protocol/comparison';
import { apart, type Between, isSameHead, offsetsApart } from './compare-places';

export type Pair = { readonly before: SiteRow; readonly after: SiteRow };

type Candidate = Pair & { readonly mm: number; readonly given: boolean };

/**
 * Finds the extras of two sessions that are the same site, by place: the nearest pair of a muscle and side first, none farther
 * apart than `sameExtra`. Two that were given go before one that was not. Which session comes first makes no odds. All distances
 * are asked for before any is used, so that the same questions are asked whatever the answers.
 */
export function matchExtras(before: readonly SiteRow[], after: readonly SiteRow[], between: Between): readonly Pair[] {
  const candidates = before.flatMap((one) =>
    after.flatMap((other): readonly Candidate[] => {
      if (one.muscle !== other.muscle || one.side !== other.side) return [];
      const mm = distance(one, other, between);
      const given = one.state === 'given' && other.state === 'given';
      return mm === null || mm > sameExtra.mm ? [] : [{ before: one, after: other, mm, given }];
    }),
  );
  const ordered = candidates.sort(
    (a, b) => Number(b.given) - Number(a.given) || a.mm - b.mm || (names(a) < names(b) ? -1 : 1),
  );
  const taken = new Set<SiteRow>();
  return ordered.flatMap(({ before: one, after: other }) => {
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [{ before: one, after: other }];
  });
}

/** On two heads that differ, by their offsets; null where those cannot be compared. */
const distance = (one: SiteRow, other: SiteRow, between: Between): number | null =>
  isSameHead(one.anchor.head, other.anchor.head)
    ? apart(one.anchor, other.anchor, between)
    : offsetsApart(one.anchor.offset, other.anchor.offset);

/** Settles what lies equally far apart, the same from either end. */
const names = ({ before, after }: Pair): string => [before.id, after.id].sort().join(' ');
