import { useMemo } from 'react';
import type { HeadShape } from '../state/heads';
import { useServices } from './services';

/** The shape of a head by the text of its variant; null where that text makes none. */
export function useHeadShape(variant: string): HeadShape | null {
  const { heads } = useServices();
  return useMemo(() => {
    const made = heads.shapeOf(variant);
    return made.ok ? made.value : null;
  }, [heads, variant]);
}
