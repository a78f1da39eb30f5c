import { useEffect, useState } from 'react';
import type { Bulk } from '../../state/bulk';
import { useServices } from '../services';

/** The desks of many sessions at once; null until they are fetched. */
export function useBulk(): Bulk | null {
  const { bulk } = useServices();
  const [fetched, setFetched] = useState<Bulk | null>(null);
  useEffect(() => {
    void bulk().then(setFetched);
  }, [bulk]);
  return fetched;
}
