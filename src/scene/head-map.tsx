import { type ComponentProps, type ComponentType, lazy, Suspense, useRef, useState } from 'react';
import type { Settings } from '../state/settings';
import type { DrawnMap } from './flat/drawn-map';
import { InjectionMap } from './injection-map';
import type { MapFailure, MapProps, ViewPreset } from './map-props';

/** What shows the head: the 3D view, or a drawing in its place. */
export type Picture = '3d' | 'drawn';

type Props = Omit<MapProps, 'onUsable'> & {
  readonly drawing: Settings['drawing'];
  /** The head is shown and its sites can be operated: again after each failure that was got over. */
  readonly onUsable: (picture: Picture) => void;
};

type Module = { readonly default: ComponentType<ComponentProps<typeof DrawnMap>> };

const Drawn = lazy(
  (): Promise<Module> =>
    import('./flat/drawn-map').then(
      ({ DrawnMap: drawn }) => ({ default: drawn }),
      // The list works on without the drawing: a fetch that fails is no reason to crash.
      () => ({ default: () => null }),
    ),
);

/**
 * The head in 3D, and drawn in its place while 3D fails or where the user chose so. The 3D view stays underneath to
 * come back by itself: with the same site selected, turned to where the drawing was turned meanwhile.
 */
export function HeadMap({ drawing, onUsable, onFailure, onView, ...props }: Props) {
  const { turnTo } = props;
  /** Why the 3D view cannot show the head. */
  const [failure, setFailure] = useState<MapFailure | null>(null);
  const [last, setLast] = useState<ViewPreset | null>(null);
  /** How the drawing was turned by hand, after which wish: a later wish counts before it. */
  const [turned, setTurned] = useState<{ readonly preset: ViewPreset; readonly after: typeof turnTo } | null>(null);
  const shown3d = useRef(false);

  const draws = drawing === 'drawn' || failure !== null;
  const viewed = (view: ViewPreset | null) => {
    if (view !== null) setLast(view);
    onView(view);
  };
  return (
    <>
      {drawing !== 'drawn' && failure !== 'no-webgl' && (
        <InjectionMap
          {...props}
          turnTo={turned?.after === turnTo ? turned : turnTo}
          label={draws ? undefined : props.label}
          onUsable={() => {
            shown3d.current = true;
            setFailure(null);
            onUsable('3d');
          }}
          onFailure={(why) => {
            // A 3D head that lacks its muscles alone is still the better picture.
            if (why !== 'model-missing' || !shown3d.current) setFailure(why);
            onFailure(why);
          }}
          onView={draws ? ignored : viewed}
        />
      )}
      {draws && (
        <Suspense>
          <Drawn
            {...props}
            start={last ?? (turnTo !== null && 'preset' in turnTo ? turnTo.preset : 'front')}
            onTurned={(preset) => setTurned({ preset, after: turnTo })}
            onUsable={() => onUsable('drawn')}
            onFailure={onFailure}
            onView={viewed}
          />
        </Suspense>
      )}
    </>
  );
}

const ignored = (): void => undefined;
