import type { SkinRay, Vec3 } from '../../anatomy/anchor';
import type { Point } from '../hit';
import type { HandTools } from '../map-props';
import { guardAgainstPalms } from '../palm';
import { createSkinDrag, type Grip } from '../skin-drag';
import { createTapWatch } from '../tap';
import type { MarkBoard } from './mark-board';

export type Aimed = { readonly ray: SkinRay; readonly at: Vec3 };
/** A pin on its way; `finger` is what it is lifted off, px on the canvas, so that the finger does not hide it. */
export type HeldPin = { readonly id: string; readonly at: Vec3; readonly finger: Point | null };

type Live = {
  readonly current: Pick<HandTools, 'view' | 'rig'> & {
    readonly onTap: (aimed: Aimed) => void;
    readonly onMove: (id: string, aimed: Aimed) => void;
    readonly onSelect: (id: string) => void;
  };
};

/** A drag that begins this near a pin takes it, px; a finger is broader. A tap right on one means it, any other the skin. */
const reach = { mouse: 18, touch: 30 };
const onPin = 8;
/** How far above a finger its pin is held, px. */
const liftPx = 52;

/**
 * What a hand does with pins: a tap on the skin puts one down, a drag moves one. `movable` knows where they are. Listens
 * before the camera does, until it is told to stop.
 */
export function followPins(
  element: HTMLElement,
  live: Live,
  movable: Pick<MarkBoard, 'hit' | 'find'>,
  setHeld: (held: HeldPin | null) => void,
): () => void {
  const drag = createSkinDrag();
  const taps = createTapWatch();
  let offset: Point = { x: 0, y: 0 };
  let aimed: Aimed | null = null;

  const gripOf = (event: PointerEvent): Grip | null => {
    if (event.button !== 0) return null;
    const at = live.current.view.onCanvas(event);
    const touch = event.pointerType === 'touch';
    const id = movable.hit(at, touch ? reach.touch : reach.mouse);
    const pin = id === null ? null : movable.find(id);
    if (id === null || pin === null) return null;
    offset = { x: pin.x - at.x, y: touch ? Math.min(pin.y - at.y, -liftPx) : pin.y - at.y };
    return { kind: 'site', site: id };
  };

  const moves = (id: string, event: PointerEvent): void => {
    const { view } = live.current;
    const to = view.aim({ clientX: event.clientX + offset.x, clientY: event.clientY + offset.y });
    // Beside the head it stays where it was last on it.
    if (to !== null) aimed = to;
    if (aimed !== null)
      setHeld({ id, at: aimed.at, finger: event.pointerType === 'touch' ? view.onCanvas(event) : null });
  };

  const tapped = (at: Point): void => {
    const { view, onTap, onSelect } = live.current;
    const place = { clientX: at.x, clientY: at.y };
    const pin = movable.hit(view.onCanvas(place), onPin);
    const skin = view.aim(place);
    if (pin !== null) onSelect(pin);
    else if (skin !== null) onTap(skin);
  };

  const letGo = (): void => {
    aimed = null;
    setHeld(null);
    live.current.rig.current?.hold('turn');
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
    if (event.button === 0) taps.press(sample(event));
    const grip = gripOf(event);
    if (grip !== null) live.current.rig.current?.hold('still');
    // A second finger: what was held is put back.
    if (drag.press(sample(event), grip)?.kind === 'cancelled' || !drag.holding) letGo();
  });
  on('pointermove', (event) => {
    taps.move(sample(event));
    const deed = drag.move(sample(event));
    if (deed?.grip.kind === 'site') moves(deed.grip.site, event);
  });
  on('pointerup', (event) => {
    const tap = taps.lift(sample(event));
    const deed = drag.lift(sample(event));
    const to = aimed;
    letGo();
    if (deed?.kind === 'ended' && deed.grip.kind === 'site' && to !== null) live.current.onMove(deed.grip.site, to);
    else if (tap !== null) tapped(tap);
  });
  const lost = (event: PointerEvent): void => {
    taps.drop(event.pointerId);
    drag.drop(event.pointerId);
    if (!drag.holding) letGo();
  };
  on('pointercancel', lost);
  on('lostpointercapture', lost);
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && drag.cancel() !== null) letGo();
    },
    { signal: stop.signal },
  );
  return () => {
    stop.abort();
    letPalms();
    drag.cancel();
    letGo();
  };
}

const sample = (event: PointerEvent) => ({
  pointer: event.pointerId,
  x: event.clientX,
  y: event.clientY,
  time: event.timeStamp,
});
