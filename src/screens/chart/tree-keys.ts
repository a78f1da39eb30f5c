import type { SiteRow } from '../../ledger/state';
import { muscles } from '../../protocol/paradigm';
import type { MuscleId, Side, SiteId } from '../../protocol/words';

type Row = Pick<SiteRow, 'id' | 'muscle' | 'side' | 'state'>;

/** The two columns under a muscle: the patient's left, with the midline, and the patient's right. */
export const columns: readonly (readonly Side[])[] = [['left', 'midline'], ['right']];

/** The sites in the order of the tree, which is the one they stand in on the screen. */
export const inTree = <R extends Row>(rows: readonly R[]): readonly R[] =>
  muscles.flatMap(({ id }) =>
    columns.flatMap((sides) => rows.filter((row) => row.muscle === id && sides.includes(row.side))),
  );

/** The site that a muscle's node leads to: the first that is still planned, else the first. */
export const siteOfMuscle = (rows: readonly Row[], muscle: MuscleId): SiteId | undefined => {
  const here = rows.filter((row) => row.muscle === muscle);
  return (here.find((row) => row.state === 'planned') ?? here[0])?.id;
};

/** Where the keyboard goes in the tree. */
export type Goal = { readonly site: SiteId } | { readonly muscle: MuscleId };

const steps: Readonly<Record<string, number | undefined>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

const along = <Item>(items: readonly Item[], from: number, by: number): Item | undefined =>
  items[Math.min(items.length - 1, Math.max(0, from + by))];

/**
 * Where a key leads from a node of the tree; null where the key is not the tree's. `rows` in the order of the tree.
 * Sites are walked as one list across the muscles, so that nobody who charts lands on a heading; a muscle's node is
 * reached with the left arrow and gives nothing. Letters do not search the tree: they are the keys of actions.
 */
export function treeKey(key: string, from: Goal, rows: readonly Row[]): Goal | null {
  const by = steps[key];
  if ('site' in from) {
    const at = rows.findIndex((row) => row.id === from.site);
    const row = rows[at];
    if (row === undefined) return null;
    if (key === 'ArrowLeft') return { muscle: row.muscle };
    const to = key === 'Enter' ? row : by === undefined ? undefined : along(rows, at, by);
    return to === undefined ? null : { site: to.id };
  }
  if (key === 'ArrowRight' || key === 'Enter' || key === ' ') {
    const site = siteOfMuscle(rows, from.muscle);
    return site === undefined ? from : { site };
  }
  // The way out to the left ends here: the key must not select the site before, as it does elsewhere.
  if (key === 'ArrowLeft') return from;
  if (by === undefined) return null;
  const at = muscles.findIndex(({ id }) => id === from.muscle);
  const to = along(muscles, at, by);
  return to === undefined ? from : { muscle: to.id };
}
