import type { SkinRay, Vec3 } from '../anatomy/anchor';
import type { SiteId } from '../protocol/words';
import type { Going, HandProps } from './hand-props';
import type { Point } from './hit';
import type { HandTools } from './map-props';
import { guardAgainstPalms } from './palm';
import { createAsker } from './place-asker';
import { createSkinDrag, type Deed, type Grip, onTheWay } from './skin-drag';

type Live = { readonly current: HandProps };

/** The other end of a pen (Pointer Events, 'chorded button interactions'). */
const eraserButton = 5;

/** Follows the pointers of the map until it is told to stop. */
export function followHand(live: Live, setGoing: (going: Going | null) => void): () => void {
  const element = live.current.element.current;
  if (element === null) return () => undefined;
  const drag = createSkinDrag();
  const asker = createAsker(live);
  let going: Going | null = null;
  let aimed: { readonly ray: SkinRay; readonly at: Vec3 } | null = null;

  const show = (next: Going | null): void => {
    going = next;
    setGoing(next);
  };

  const gripOf = (event: PointerEvent): Grip | null => {
    const { site, painting, view } = live.current;
    const rubber = event.button === eraserButton;
    if (painting && (event.button === 0 || rubber)) return { kind: 'brush', rubber };
    if (event.button !== 0) return null;
    if (site === null || view.markerAt(event) !== site.id) return null;
    return { kind: site.held === 'movable' ? 'site' : 'fixed', site: site.id };
  };

  const drags = (site: SiteId, event: PointerEvent): void => {
    aimed = live.current.view.aim(event);
    if (aimed === null) return;
    const { at, ray } = aimed;
    show({ site, at, said: going?.said ?? null });
    asker.ask(site, ray, (said) => {
      if (going?.site === site) show({ ...going, said });
    });
  };

  const ends = async (site: SiteId): Promise<void> => {
    const to = aimed;
    asker.drop();
    if (to === null) {
      show(null);
      live.current.onOff();
      return;
    }
    const said = await live.current.ask(site, to.ray);
    // Another drag may have begun while that was asked.
    if (drag.holding) return;
    show(null);
    if (said !== null) live.current.onDrop(site, to, said);
  };

  const paints = (deed: Extract<Deed, { readonly from: unknown }>, rubber: boolean): void => {
    const { view, onStroke } = live.current;
    const way = [...(deed.kind === 'began' ? [deed.from] : []), ...onTheWay(deed.from, deed.at)];
    onStroke(pointsUnder(view, way), rubber);
  };

  const does = (deed: Deed | null, event: PointerEvent | null): void => {
    if (deed === null) return;
    const { grip } = deed;
    const { view, onStroke, onStrokeEnd, onFixed } = live.current;
    if (grip.kind === 'brush') {
      if (deed.kind === 'began' || deed.kind === 'moved') paints(deed, grip.rubber);
      else if (deed.kind === 'cancelled') onStrokeEnd(false);
      else {
        if (deed.kind === 'tapped') onStroke(pointsUnder(view, [deed.at]), grip.rubber);
        onStrokeEnd(true);
      }
    } else if (grip.kind === 'fixed') {
      if (deed.kind === 'began') onFixed(grip.site);
    } else if ((deed.kind === 'began' || deed.kind === 'moved') && event !== null) drags(grip.site, event);
    else if (deed.kind === 'ended') void ends(grip.site);
    else if (deed.kind === 'cancelled') {
      asker.drop();
      show(null);
    }
  };

  const free = (): void => {
    const { rig, painting } = live.current;
    rig.current?.hold(painting ? 'paint' : 'turn');
  };

  const letPalms = guardAgainstPalms(element);
  const stop = new AbortController();
  const on = (
    kind: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'lostpointercapture',
    run: (event: PointerEvent) => void,
  ): void => {
    element.addEventListener(kind, run, { capture: true, signal: stop.signal });
  };
  on('pointerdown', (event) => {
    const grip = gripOf(event);
    if (grip !== null && grip.kind !== 'brush') live.current.rig.current?.hold('still');
    does(drag.press(sample(event), grip), event);
    if (!drag.holding) free();
  });
  on('pointermove', (event) => {
    does(drag.move(sample(event)), event);
  });
  on('pointerup', (event) => {
    does(drag.lift(sample(event)), event);
    free();
  });
  const lost = (event: PointerEvent): void => {
    does(drag.drop(event.pointerId), event);
    if (!drag.holding) free();
  };
  on('pointercancel', lost);
  on('lostpointercapture', lost);
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') does(drag.cancel(), null);
    },
    { signal: stop.signal },
  );
  return () => {
    stop.abort();
    letPalms();
    does(drag.cancel(), null);
  };
}

/** Where places of the window are on the skin; those beside the head are left out. */
const pointsUnder = (view: HandTools['view'], places: readonly Point[]): readonly Vec3[] =>
  places.map(({ x, y }) => view.aim({ clientX: x, clientY: y })?.at).filter((at) => at !== undefined);

const sample = (event: PointerEvent) => ({
  pointer: event.pointerId,
  x: event.clientX,
  y: event.clientY,
  time: event.timeStamp,
});
