import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { CameraRig, type RigHandle, type Start } from './camera-rig';
import styles from './injection-map.module.css';
import type { MapProps, MapZone } from './map-props';
import { type MapRoot, openMapRoot } from './map-root';
import { MapView } from './map-view';
import { Overlay } from './overlay';
import { SceneBoundary } from './scene-boundary';
import { Stage } from './stage';
import { useModels } from './use-models';
import { useVariantModels } from './variant-models';

/** A lost context that the browser has not given back by then is replaced by a new canvas. */
const patienceMs = 5000;
/** A phone's or tablet's canvas: smaller markers, and what names the sides stands at the edge, clear of the head. */
const compactWidth = 720;
const turnDegrees = 15;
const zoomStep = 1.25;

/**
 * The head, its sites and their labels. Fills its parent, which names the region. Draws only when something changes;
 * `data-frames`, `data-draw-calls`, `data-triangles` and `data-detail` on its element say what was drawn,
 * `data-usable` that the sites can be operated. Failures are reported through `onFailure`, never thrown.
 */
export function InjectionMap(props: MapProps) {
  const { sites, selected, layer, shape, needle, turnTo, theme, tone, hairline, reducedMotion, detail, covered } =
    props;
  const { keepClear, label, zones = noZones, zone = null, heat = noHeat, plain = false } = props;
  const element = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const rig = useRef<RigHandle>(null);
  const root = useRef<MapRoot | null>(null);
  const live = useRef(props);
  const [view] = useState(() => new MapView());
  const [usable, setUsable] = useState(false);
  const [compact, setCompact] = useState(false);
  /** Counts canvases: the stage is rendered anew into each. */
  const [canvas, setCanvas] = useState(0);
  /** Where the camera stood on the canvas that was replaced, and the wish that had led there. */
  const start = useRef<Start>(null);
  /** The zone under the pointer stands out before the chosen one. */
  const [pointed, setPointed] = useState<MapZone | null>(null);
  const [defect, setDefect] = useState<Error | null>(null);

  useLayoutEffect(() => {
    live.current = props;
  });

  const onMissing = useCallback(() => live.current.onFailure('model-missing'), []);
  const models = useVariantModels(useModels({ layer, detail, usable, onMissing }), shape);

  useEffect(() => {
    if (host.current === null) return undefined;
    let replacing: ReturnType<typeof setTimeout> | undefined;
    const replace = () => {
      replacing = setTimeout(() => {
        const pose = rig.current?.pose();
        if (pose) start.current = { pose, after: live.current.turnTo };
        setCanvas((count) => count + 1);
      }, patienceMs);
    };
    const opened = openMapRoot(host.current, {
      onSize: ({ width }) => setCompact(width < compactWidth),
      onLost: () => {
        setUsable(false);
        live.current.onFailure('context-lost');
        replace();
      },
      onRestored: () => clearTimeout(replacing),
    });
    root.current = opened;
    // What could be drawn before will be again: a browser that restarts its graphics gives no canvas for a while.
    if (opened === null && canvas > 0) replace();
    else if (opened === null) live.current.onFailure('no-webgl');
    return () => {
      clearTimeout(replacing);
      opened?.close();
      root.current = null;
    };
  }, [canvas]);

  useEffect(() => {
    if (usable) live.current.onUsable();
  }, [usable]);

  const onFirstFrame = useCallback(() => setUsable(true), []);
  const onZone = useCallback((zoneUnder: MapZone | null) => setPointed(zoneUnder), []);
  // Before the overlay's own layout effect would be too early for a new setting, after it too late: children's
  // effects run first, so the overlay is refreshed here once the setting is the present one.
  useLayoutEffect(() => {
    const setting = { element: element.current, models, sites, zones, covered, keepClear };
    view.set({ ...setting, onZone, onUsable: onFirstFrame });
    view.refresh();
  });
  useEffect(() => () => view.close(), [view]);

  useEffect(() => {
    if (root.current === null || element.current === null) return;
    root.current.render(
      <SceneBoundary onError={setDefect}>
        <CameraRig
          ref={rig}
          element={element.current}
          sites={sites}
          zones={zones}
          selected={sites.find((site) => site.id === selected) ?? null}
          turnTo={turnTo}
          covered={covered}
          reducedMotion={reducedMotion}
          start={start.current}
          inView={view.inView}
          onView={(preset) => live.current.onView(preset)}
        />
        <Stage
          {...{ models, theme, layer, shape, tone, hairline, needle, zones, heat }}
          zone={pointed?.zone ?? zone}
          plain={plain}
          onFrame={view.drawn}
        />
      </SceneBoundary>,
    );
  }, [
    canvas,
    view,
    models,
    sites,
    zones,
    zone,
    pointed,
    selected,
    layer,
    shape,
    needle,
    turnTo,
    theme,
    tone,
    hairline,
    heat,
    plain,
    reducedMotion,
    covered,
  ]);

  const onPointerUp = (event: PointerEvent) => {
    const tapped = view.lift(event.nativeEvent);
    if (tapped?.kind === 'skin') props.onSkin(tapped.ray);
    if (tapped?.kind !== 'site') return;
    props.onSelect(tapped.site.id);
    if (tapped.crowded) rig.current?.closeIn(tapped.site.positionMm);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const nudge = nudges[event.key];
    if (nudge === undefined || event.target !== element.current || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    rig.current?.nudge(nudge);
  };

  if (defect !== null) throw defect;
  return (
    <div
      ref={element}
      className={styles['map']}
      data-usable={usable}
      data-compact={compact}
      data-still={reducedMotion}
      style={{ '--covered-right': `${String(covered.right)}px` } as CSSProperties}
      {...(label === undefined ? {} : { role: 'group', 'aria-label': label, tabIndex: 0 })}
      onPointerDown={(event) => view.press(event.nativeEvent)}
      onPointerMove={(event) => view.move(event.nativeEvent)}
      onPointerUp={onPointerUp}
      onPointerCancel={(event) => view.drop(event.nativeEvent)}
      onPointerLeave={() => view.leave()}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      <div ref={host} className={styles['canvas']} aria-hidden="true" />
      <Overlay of={props} {...{ compact, usable, view, rig, element }} />
    </div>
  );
}

const noZones: readonly MapZone[] = [];
const noHeat: MapProps['heat'] & object = [];

const nudges: Readonly<Record<string, Parameters<RigHandle['nudge']>[0]>> = {
  ArrowLeft: { azimuth: -turnDegrees },
  ArrowRight: { azimuth: turnDegrees },
  ArrowUp: { elevation: turnDegrees },
  ArrowDown: { elevation: -turnDegrees },
  '+': { zoom: zoomStep },
  '=': { zoom: zoomStep },
  '-': { zoom: 1 / zoomStep },
};
