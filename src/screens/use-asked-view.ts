import { useCallback, useState } from 'react';
import type { MapProps, ViewPreset } from '../scene/map-props';

type Wish = MapProps['turnTo'];

/**
 * Where a head is turned that also has buttons for its views. Takes the wish from outside, a new object for each; gives what to
 * turn to and the way to ask for a view: that counts until the wish is another.
 */
export function useAskedView(wish: Wish): readonly [Wish, (preset: ViewPreset) => void] {
  const [asked, setAsked] = useState<{ readonly preset: ViewPreset; readonly after: Wish } | null>(null);
  const ask = useCallback((preset: ViewPreset): void => setAsked({ preset, after: wish }), [wish]);
  return [asked !== null && asked.after === wish ? asked : wish, ask];
}
