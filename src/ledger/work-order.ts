import { muscleOf, muscles } from '../protocol/paradigm';
import { readSiteId } from '../protocol/site-id';
import type { MuscleId, Side, SiteId } from '../protocol/words';

/**
 * In which order the sites of a plan are worked. It is offered, never forced: any site may be given at any time.
 * `paradigm`: muscle by muscle, as published. `position`: what is injected supine before what is injected seated, and of each
 * one side after the other, so that patient and injector change places least. `sides`: the whole left, the midline, the
 * whole right. `pairs`: muscle by muscle, each site of the left beside its fellow of the right. `own`: the practice's.
 * Positions are unconfirmed (see `Muscle.position`); which side goes first is nowhere specified.
 */
export type WorkOrder =
  | { readonly id: 'paradigm' | 'position' | 'sides' | 'pairs' }
  | { readonly id: 'own'; readonly groups: readonly WorkGroup[] };
export type WorkOrderId = WorkOrder['id'];
export const workOrderIds = ['paradigm', 'position', 'sides', 'pairs', 'own'] as const satisfies readonly WorkOrderId[];

/** The sites of one muscle on one side. */
export type WorkGroup = { readonly muscle: MuscleId; readonly side: Side };

const sideOrder: readonly Side[] = ['left', 'midline', 'right'];

/** Every group of the paradigm, in its order. */
export const workGroups: readonly WorkGroup[] = muscles.flatMap(({ id: muscle, fixed }) =>
  sideOrder.filter((side) => fixed[side] > 0).map((side) => ({ muscle, side })),
);

/** Whether two groups are of the same muscle and side. */
export const isGroup = (a: WorkGroup, b: WorkGroup): boolean => a.muscle === b.muscle && a.side === b.side;

type Placed = WorkGroup & { readonly id: SiteId };

/** The rows (in protocol order) in the order of work. What an order does not tell apart stays in protocol order. */
export function inWorkOrder<Row extends Placed>(rows: readonly Row[], order: WorkOrder): readonly Row[] {
  if (order.id === 'paradigm') return rows;
  const ranked = rows.map((row) => ({ row, rank: rankOf(row, order) }));
  return ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ row }) => row);
}

function rankOf(row: Placed, order: WorkOrder): readonly number[] {
  const muscle = muscles.findIndex(({ id }) => id === row.muscle);
  const side = sideOrder.indexOf(row.side);
  switch (order.id) {
    case 'paradigm':
      return [muscle];
    case 'position':
      return [muscleOf(row.muscle).position.is === 'supine' ? 0 : 1, side, muscle];
    case 'sides':
      return [side, muscle];
    case 'pairs': {
      const site = readSiteId(row.id);
      return [muscle, site?.ftp === true ? 1 : 0, site?.ordinal ?? 0, side];
    }
    case 'own': {
      const at = order.groups.findIndex((group) => isGroup(group, row));
      // A group that the practice did not place comes last.
      return [at === -1 ? order.groups.length : at];
    }
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}
