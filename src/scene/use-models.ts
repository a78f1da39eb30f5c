import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { afterPaint } from './after-paint';
import type { MapProps } from './map-props';
import { loadFullHead, loadLightHead, loadMuscles } from './model';
import type { Models } from './stage';

type Wish = Pick<MapProps, 'layer' | 'detail'> & {
  /** True once the small head is on screen: what is not needed yet is loaded only then, and when idle. */
  readonly usable: boolean;
  readonly onMissing: () => void;
};

const nothing: Models = { light: null, full: null, muscles: null };

/**
 * Loads the models in the order in which they are needed: the small head, the muscles (at once where they are to be
 * shown), the large head. Without the large head the small one stays; without one of the others `onMissing` is told.
 */
export function useModels({ layer, detail, usable, onMissing }: Wish): Models {
  const [models, setModels] = useState(nothing);
  const missing = useRef(onMissing);
  useLayoutEffect(() => {
    missing.current = onMissing;
  });

  useEffect(
    () =>
      take(
        loadLightHead,
        (light) => setModels((had) => ({ ...had, light })),
        () => missing.current(),
      ),
    [],
  );

  const { light } = models;
  useEffect(() => {
    if (!usable || light === null) return undefined;
    // Not when idle: as long as the head is turned, its rays are what takes long.
    return afterPaint(() => {
      import('./skin-tree').then(({ treeOf }) => treeOf(light.skin), ignore);
    });
  }, [usable, light]);

  const wantsMuscles = layer === 'muscles' ? 'now' : usable ? 'idle' : 'later';
  useEffect(() => {
    const found = (muscles: Models['muscles']) => setModels((had) => ({ ...had, muscles }));
    if (wantsMuscles === 'now') return take(loadMuscles, found, () => missing.current());
    if (wantsMuscles === 'idle') return whenIdle(() => take(loadMuscles, found, ignore));
    return undefined;
  }, [wantsMuscles]);

  const wantsFull = detail === 'full' && usable && models.muscles !== null;
  useEffect(() => {
    if (!wantsFull) return undefined;
    return whenIdle(() => take(loadFullHead, (full) => setModels((had) => ({ ...had, full })), ignore));
  }, [wantsFull]);

  return detail === 'full' ? models : { ...models, full: null };
}

const ignore = (): void => undefined;

/** Hands over what was loaded unless it is no longer wanted. Returns the canceller. */
function take<T>(load: () => Promise<T>, found: (value: T) => void, failed: () => void): () => void {
  let wanted = true;
  load().then(
    (value) => {
      if (wanted) found(value);
    },
    () => {
      if (wanted) failed();
    },
  );
  return () => {
    wanted = false;
  };
}

/** Runs when the page is idle, or soon where the browser cannot tell. Returns the canceller of it and of what it began. */
function whenIdle(begin: () => () => void): () => void {
  let cancel: (() => void) | null = null;
  const run = () => {
    cancel = begin();
  };
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, 200);
    return () => {
      clearTimeout(timer);
      cancel?.();
    };
  }
  const handle = requestIdleCallback(run, { timeout: 2000 });
  return () => {
    cancelIdleCallback(handle);
    cancel?.();
  };
}
