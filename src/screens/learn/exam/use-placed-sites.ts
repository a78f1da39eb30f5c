import { useEffect, useState } from 'react';
import type { Anchor } from '../../../anatomy/anchor';
import type { PlacementTask } from '../../../learn/exam';
import type { SiteId } from '../../../protocol/words';
import { useServices } from '../../services';

/** Where the sites of a task's map stand on its head; undefined until that is known, null where it cannot be. */
export function usePlacedSites({
  head,
  map,
}: Pick<PlacementTask, 'head' | 'map'>): ReadonlyMap<SiteId, Anchor> | null | undefined {
  const { anatomy } = useServices();
  const [placed, setPlaced] = useState<ReadonlyMap<SiteId, Anchor> | null>();
  useEffect(() => {
    let mine = true;
    void anatomy.place(head).then((found) => {
      if (mine) setPlaced(found?.of(map).anchors ?? null);
    });
    return () => {
      mine = false;
    };
  }, [anatomy, head, map]);
  return placed;
}
