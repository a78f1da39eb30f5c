import { describe, expect, it } from 'vitest';
import type { SiteRow } from '../../../src/ledger/state';
import { fixedSites } from '../../../src/protocol/fixed-sites';
import { inTree, siteOfMuscle, treeKey } from '../../../src/screens/chart/tree-keys';

type Row = Pick<SiteRow, 'id' | 'muscle' | 'side' | 'state'>;
const planned: readonly Row[] = fixedSites.map(({ id, muscle, side }) => ({ id, muscle, side, state: 'planned' }));
const rows = inTree(planned);
const from = (site: string) => ({ site });

describe('the order of the tree', () => {
  it('is that of the screen: the left of a muscle with its extras, then its right', () => {
    const extra: Row = { id: 'temporalis-L-F1', muscle: 'temporalis', side: 'left', state: 'planned' };
    const temples = inTree([...planned, extra]).filter(({ muscle }) => muscle === 'temporalis');
    expect(temples.map(({ id }) => id)).toEqual([
      'temporalis-L-1',
      'temporalis-L-2',
      'temporalis-L-3',
      'temporalis-L-4',
      'temporalis-L-F1',
      'temporalis-R-1',
      'temporalis-R-2',
      'temporalis-R-3',
      'temporalis-R-4',
    ]);
  });
});

describe('a key on a site', () => {
  it('walks all sites as one list across the muscles, and never lands on a muscle', () => {
    let at = rows[0]?.id ?? '';
    const seen = [at];
    for (let n = 0; n < 30; n += 1) {
      const goal = treeKey(n % 2 === 0 ? 'ArrowDown' : 'ArrowRight', from(at), rows);
      if (goal === null || !('site' in goal)) throw new Error(`from ${at} to no site`);
      at = goal.site;
      seen.push(at);
    }
    expect(seen).toEqual(rows.map(({ id }) => id));
    expect(treeKey('ArrowDown', from(at), rows)).toEqual(from(at));
    expect(treeKey('ArrowUp', from('procerus-M'), rows)).toEqual(from('corrugator-R'));
    expect(treeKey('ArrowUp', from('corrugator-L'), rows)).toEqual(from('corrugator-L'));
  });

  it('goes to the first and the last site, and to its muscle with the left arrow', () => {
    expect(treeKey('Home', from('temporalis-R-2'), rows)).toEqual(from('corrugator-L'));
    expect(treeKey('End', from('temporalis-R-2'), rows)).toEqual(from('trapezius-R-3'));
    expect(treeKey('Enter', from('temporalis-R-2'), rows)).toEqual(from('temporalis-R-2'));
    expect(treeKey('ArrowLeft', from('temporalis-R-2'), rows)).toEqual({ muscle: 'temporalis' });
  });

  it('is left to the actions where it is theirs: Space gives, pedals walk, letters act', () => {
    for (const key of [' ', 'PageDown', 'PageUp', 't', 'c', 'Tab', 'Escape'])
      expect(treeKey(key, from('temporalis-R-2'), rows), key).toBeNull();
  });
});

describe('a key on a muscle', () => {
  const temporalis = { muscle: 'temporalis' } as const;

  it('goes to the other muscles', () => {
    expect(treeKey('ArrowDown', temporalis, rows)).toEqual({ muscle: 'occipitalis' });
    expect(treeKey('ArrowUp', temporalis, rows)).toEqual({ muscle: 'frontalis' });
    expect(treeKey('Home', temporalis, rows)).toEqual({ muscle: 'corrugator' });
    expect(treeKey('End', temporalis, rows)).toEqual({ muscle: 'trapezius' });
    expect(treeKey('ArrowUp', { muscle: 'corrugator' }, rows)).toEqual({ muscle: 'corrugator' });
  });

  it('goes to its first open site, whichever key presses it: Space gives nothing here', () => {
    const begun = rows.map((row): Row => (row.id === 'temporalis-L-1' ? { ...row, state: 'given' } : row));
    for (const key of ['ArrowRight', 'Enter', ' '])
      expect(treeKey(key, temporalis, begun), key).toEqual(from('temporalis-L-2'));
    expect(
      siteOfMuscle(
        rows.map((row): Row => ({ ...row, state: 'given' })),
        'temporalis',
      ),
    ).toBe('temporalis-L-1');
  });

  it('does nothing to the left, where elsewhere the arrow selects the site before', () => {
    expect(treeKey('ArrowLeft', temporalis, rows)).toEqual(temporalis);
  });
});
