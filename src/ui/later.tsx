import { type ComponentType, lazy, Suspense } from 'react';

type Later<P extends object> = ComponentType<P> & {
  /** Fetches the part before it is shown; a failure shows when it is. */
  readonly prepare: () => void;
};

/** A part of a screen that is fetched when first shown, or before by `prepare`; until then nothing stands in its place. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  const Part = lazy(async () => ({ default: await load() }));
  const Shown = (props: P) => (
    <Suspense>
      <Part {...props} />
    </Suspense>
  );
  return Object.assign(Shown, {
    prepare: () => {
      load().catch(() => undefined);
    },
  });
}
