import { useEffect } from 'react';
import { useServices } from '../services';

/** Reads when the screen has been painted, and again whenever the store tells of a change. `refresh` is to keep its identity. */
export function useKeptFresh(refresh: () => Promise<void>): void {
  const { store } = useServices();
  useEffect(() => {
    const first = setTimeout(() => void refresh());
    const unwatch = store.watch(() => void refresh());
    return () => {
      clearTimeout(first);
      unwatch();
    };
  }, [refresh, store]);
}
