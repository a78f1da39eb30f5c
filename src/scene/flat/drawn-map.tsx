import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useAfterPaint } from '../use-after-paint';
import mapStyles from '../injection-map.module.css';
import type { MapProps, MapZone, ViewPreset } from '../map-props';
import { MapView } from '../map-view';
import { Overlay } from '../overlay';
import { useModels } from '../use-models';
import { useVariantModels } from '../variant-models';
import styles from './drawn-map.module.css';
import { DrawnHeat } from './drawn-heat';
import { DrawnZones } from './drawn-zones';
import { flatLook } from './flat-look';
import {
  bestView,
  cameraOf,
  kept,
  neighbourOf,
  placementOf,
  unzoomed,
  type Way,
  type Zoom,
  zoomedAt,
} from './flat-view';
import { createGestures } from './gestures';
import { HeadPaths } from './head-paths';
import { perMm } from './paths';
import { useDrawing, useDrawnAhead, useMuscles } from './use-drawing';
import { useSize } from './use-size';
import { useWheel } from './use-wheel';

type Props = MapProps & {
  /** The view to begin with. */
  readonly start: ViewPreset;
  /** The head was turned here, by hand or key. */
  readonly onTurned: (view: ViewPreset) => void;
};

const compactWidth = 720;
const zoomStep = 1.25;
/** Two sites too near each other to tell apart are brought this much nearer. */
const closer = 2.2;

/**
 * The head as a line drawing in the place of the 3D one, from the five quick views, with the same markers, labels and
 * taps: nothing stands elsewhere than where the 3D view shows it. Needs no WebGL. Strokes and arrow keys turn it, a
 * pinch, the wheel, plus and minus bring it nearer; a hand on the skin does what it does in 3D. `data-drawn` says that it can be used.
 * It is painted behind the answer to a press: turning it is the dearest part of one.
 */
export function DrawnMap(props: Props) {
  const painted = useAfterPaint(props);
  const { turnTo } = props;
  // Where the turn is the answer, it is shown at once.
  const asked = turnTo !== painted.turnTo && turnTo !== null && 'preset' in turnTo;
  return <Drawing {...(asked ? props : painted)} />;
}

function Drawing(props: Props) {
  const { sites, layer, shape, turnTo, theme, tone, hairline, covered } = props;
  const { keepClear, label, zones = noZones, zone = null, heat = noHeat, start } = props;
  const element = useRef<HTMLDivElement>(null);
  const live = useRef(props);
  useLayoutEffect(() => {
    live.current = props;
  });
  const [view] = useState(() => new MapView());
  const [gestures] = useState(createGestures);
  const rig = useRef(gestures);
  const [pointed, setPointed] = useState<MapZone | null>(null);
  const onMissing = useCallback(() => live.current.onFailure('model-missing'), []);
  const models = useVariantModels(useModels({ layer: 'skin', detail: 'light', usable: false, onMissing }), shape);
  const rays = models.light?.rays ?? null;

  const [at, setAt] = useState<{ readonly preset: ViewPreset; readonly zoom: Zoom }>({ preset: start, zoom: unzoomed });
  /** The wish that was followed last. Whoever takes over has been told where to begin. */
  const [followed, setFollowed] = useState(turnTo);
  if (turnTo !== followed) {
    setFollowed(turnTo);
    setAt({ preset: wished(turnTo, at.preset, sites, zones, rays), zoom: unzoomed });
  }
  const drawing = useDrawing(shape, at.preset, onMissing);
  const paths = drawing?.paths ?? null;
  /** What is shown: as it was, markers and all, until the head is drawn from the new side. */
  const [last, setLast] = useState(at);
  const turned = drawing === null || drawing.view === at.preset;
  if (turned && last !== at) setLast(at);
  const seen = turned ? at : last;
  const muscles = useMuscles(shape, seen.preset, layer === 'muscles');
  const size = useSize(element);
  const compact = size !== null && size.width < compactWidth;
  const canvas = useMemo(() => (size === null ? null : { ...size, covered }), [size, covered]);
  const camera = useMemo(() => (canvas === null ? null : cameraOf(seen.preset, canvas, seen.zoom)), [seen, canvas]);
  const placement = canvas === null ? null : placementOf(seen.preset, canvas, seen.zoom);
  const usable = paths !== null && models.light !== null && camera !== null;
  useDrawnAhead(shape, usable && turned, layer === 'muscles');

  const onZone = useCallback((zoneUnder: MapZone | null) => setPointed(zoneUnder), []);
  useLayoutEffect(() => {
    view.set({ element: element.current, models, sites, zones, covered, keepClear, onZone, onUsable: nothing });
    if (camera !== null && size !== null) view.stands({ camera, ...size, drawCalls: 0, triangles: 0 });
  });
  useEffect(() => () => view.close(), [view]);
  useEffect(() => {
    if (usable) live.current.onUsable();
  }, [usable]);
  useEffect(() => live.current.onView(at.preset), [at.preset]);

  const zoomBy = useCallback((factor: number, point: { readonly x: number; readonly y: number }) => {
    setAt((now) => {
      const { width, height } = element.current?.getBoundingClientRect() ?? { width: 1, height: 1 };
      const placed = placementOf(now.preset, { width, height, covered: live.current.covered }, now.zoom);
      return { ...now, zoom: zoomedAt(now.zoom, factor, point, placed) };
    });
  }, []);
  useWheel(element, zoomBy);
  const step = (way: Way): void => {
    const preset = neighbourOf(at.preset, way);
    if (preset === at.preset) return;
    setAt({ preset, zoom: unzoomed });
    props.onTurned(preset);
  };

  const sample = (event: PointerEvent) => {
    const box = element.current?.getBoundingClientRect();
    return { pointer: event.pointerId, x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const onPointerMove = (event: PointerEvent) => {
    view.move(event.nativeEvent);
    const gesture = gestures.move(sample(event));
    if (gesture?.kind === 'pinch') zoomBy(gesture.factor, gesture.at);
    if (gesture?.kind !== 'pan' || !turned || at.zoom.k === 1 || placement === null) return;
    const origin = { x: placement.x - at.zoom.x, y: placement.y - at.zoom.y };
    const { k, x, y } = at.zoom;
    setAt({ ...at, zoom: kept({ k, x: x + gesture.x, y: y + gesture.y }, origin) });
  };
  const onPointerUp = (event: PointerEvent) => {
    const way = gestures.lift(sample(event));
    const tapped = view.lift(event.nativeEvent);
    if (way !== null && at.zoom.k === 1) step(way);
    if (tapped?.kind === 'skin') props.onSkin(tapped.ray);
    if (tapped?.kind !== 'site') return;
    props.onSelect(tapped.site.id);
    if (tapped.crowded) zoomBy(closer, sample(event));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== element.current || event.ctrlKey || event.metaKey || event.altKey || size === null) return;
    const way = ways[event.key];
    const factor = zooms[event.key];
    if (way === undefined && factor === undefined) return;
    event.preventDefault();
    if (way !== undefined) step(way);
    else if (factor !== undefined) zoomBy(factor, { x: (size.width - covered.right) / 2, y: size.height / 2 });
  };

  return (
    <div
      ref={element}
      className={mapStyles['map']}
      data-drawn={usable}
      data-view={seen.preset}
      data-compact={compact}
      // Drawn where a machine is slow: what moves would have the markers painted ten times for every dose.
      data-still="true"
      style={{ '--covered-right': `${String(covered.right)}px` } as CSSProperties}
      {...(label === undefined ? {} : { role: 'group', 'aria-label': label, tabIndex: 0 })}
      onPointerDown={(event) => {
        gestures.press(sample(event), event.button !== 0);
        view.press(event.nativeEvent);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={(event) => {
        gestures.drop(event.pointerId);
        view.drop(event.nativeEvent);
      }}
      onPointerLeave={() => view.leave()}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      {paths !== null && placement !== null && (
        <svg className={styles['sheet']} data-own={drawing?.own} aria-hidden="true" focusable="false">
          <g
            transform={`translate(${placement.x.toFixed(2)} ${placement.y.toFixed(2)}) scale(${(placement.scale / perMm).toFixed(5)})`}
          >
            <HeadPaths
              paths={paths}
              muscles={muscles}
              look={flatLook(tone, layer, theme)}
              scale={placement.scale}
              hairline={hairline ? 'plain' : 'quiet'}
            />
            {heat.length > 0 && (
              <DrawnHeat dabs={heat} view={at.preset} outline={paths.outline} scale={placement.scale} rays={rays} />
            )}
            {zones.length > 0 && (
              <DrawnZones
                zones={zones}
                focus={pointed?.zone ?? zone}
                view={seen.preset}
                outline={paths.outline}
                scale={placement.scale}
                rays={rays}
                theme={theme}
              />
            )}
          </g>
        </svg>
      )}
      <Overlay of={props} {...{ compact, usable, view, rig, element }} />
    </div>
  );
}

/** The view that a wish leads to; the present one where that shows it already. */
function wished(
  turnTo: MapProps['turnTo'],
  present: ViewPreset,
  sites: MapProps['sites'],
  zones: readonly MapZone[],
  rays: Parameters<typeof bestView>[2],
): ViewPreset {
  if (turnTo === null) return present;
  if ('preset' in turnTo) return turnTo.preset;
  if ('site' in turnTo)
    return bestView(
      sites.filter((site) => site.id === turnTo.site),
      present,
      rays,
    );
  const courses = zones.filter((zone) => zone.zone === turnTo.zone);
  // What lies under the shoulder's ridge is seen from above and behind, both sides at once.
  if (courses[0]?.kind === 'lung') return 'shoulders';
  return bestView(
    courses.flatMap(({ path }) =>
      path.map(([x, y, z, nx, ny, nz]) => ({ positionMm: [x, y, z] as const, normal: [nx, ny, nz] as const })),
    ),
    present,
    rays,
  );
}

const noHeat: MapProps['heat'] & object = [];
const noZones: readonly MapZone[] = [];
const nothing = (): void => undefined;

const ways: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const zooms: Readonly<Record<string, number>> = { '+': zoomStep, '=': zoomStep, '-': 1 / zoomStep };
