import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillPlanned } from '../../../src/ledger/next-site';
import { inWorkOrder, type WorkOrder, workGroups, workOrderIds } from '../../../src/ledger/work-order';
import { fixedSites } from '../../../src/protocol/fixed-sites';
import { muscleOf } from '../../../src/protocol/paradigm';
import { Desk } from '../../support/ledger-desk';

const orderOf = (id: (typeof workOrderIds)[number]): WorkOrder =>
  id === 'own' ? { id, groups: workGroups.toReversed() } : { id };
const worked = (order: WorkOrder) => inWorkOrder(fixedSites, order).map(({ id }) => id);

describe('an order of work', () => {
  it.each(workOrderIds)('%s holds every site once', (id) => {
    expect(worked(orderOf(id)).toSorted()).toEqual(fixedSites.map((site) => site.id).toSorted());
  });

  it('of the paradigm is the published one', () => {
    expect(worked({ id: 'paradigm' })).toEqual(fixedSites.map(({ id }) => id));
  });

  it('by position changes from lying to sitting once, and from side to side once in each', () => {
    const groups = inWorkOrder(fixedSites, { id: 'position' }).map(
      ({ muscle, side }) => `${muscleOf(muscle).position.is} ${side}`,
    );
    const changes = groups.filter((group, at) => group !== groups[at - 1]);
    expect(changes).toEqual(['supine left', 'supine midline', 'supine right', 'seated left', 'seated right']);
  });

  it('by sides does the whole left, the midline, the whole right', () => {
    const sides = inWorkOrder(fixedSites, { id: 'sides' }).map(({ side }) => side);
    expect(sides.filter((side, at) => side !== sides[at - 1])).toEqual(['left', 'midline', 'right']);
  });

  it('in pairs puts each site of the left beside its fellow of the right', () => {
    const sites = worked({ id: 'pairs' });
    const at = sites.indexOf('temporalis-L-1');
    expect(sites.slice(at, at + 4)).toEqual(['temporalis-L-1', 'temporalis-R-1', 'temporalis-L-2', 'temporalis-R-2']);
  });

  it('in pairs leaves extras to the end of their muscle', () => {
    const desk = new Desk();
    desk.extra('temporalis', 'right');
    const sites = stillPlanned(desk.fold(), { id: 'pairs' }).map(({ id }) => id);
    expect(sites.indexOf('temporalis-R-F1')).toBe(sites.indexOf('temporalis-R-4') + 1);
  });

  it('of the practice follows its groups, and leaves what it does not name to the end', () => {
    const order: WorkOrder = { id: 'own', groups: [{ muscle: 'trapezius', side: 'right' }] };
    expect(worked(order).slice(0, 4)).toEqual(['trapezius-R-1', 'trapezius-R-2', 'trapezius-R-3', 'corrugator-L']);
  });

  it('never changes the order within a group', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...workGroups]), (groups) => {
        const sites = inWorkOrder(fixedSites, { id: 'own', groups });
        for (const group of workGroups) {
          const own = sites.filter(({ muscle, side }) => muscle === group.muscle && side === group.side);
          expect(own.map(({ order }) => order)).toEqual(own.map(({ order }) => order).toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 50 },
    );
  });
});
