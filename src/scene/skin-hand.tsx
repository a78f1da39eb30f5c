import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SkinRay, Vec3 } from '../anatomy/anchor';
import type { SiteId } from '../protocol/words';
import { GlyphShapes } from './site-glyph';
import { offerParts, pinParts, plannedParts } from './hand-glyphs';
import type { Point } from './hit';
import styles from './skin-hand.module.css';
import type { HandTools, MapSite } from './map-props';
import { markerInk, muscleHue, type Theme } from './palette';
import { PinBoard, type Pin } from './pin-board';
import { createSkinDrag, type Deed, type Grip, onTheWay } from './skin-drag';

/** What a place under the pointer is, in words, and whether the site may stand there. */
export type Said = { readonly allowed: boolean; readonly text: string };
/** A site on its way: where the pointer is on the skin, and what is said of that; null until it is known. */
type Going = { readonly site: SiteId; readonly at: Vec3; readonly said: Said | null };

export type HandProps = HandTools & {
  readonly theme: Theme;
  /** The selected site. `held`: a drag of its marker may move it, or must say why not. */
  readonly site: (Pick<MapSite, 'id' | 'muscle'> & { readonly held: 'movable' | 'fixed'; readonly from: Vec3 }) | null;
  /** Asked of the anatomy, one place at a time. Null: there is no such site any more. */
  readonly ask: (site: SiteId, ray: SkinRay) => Promise<Said | null>;
  /** Let go over a place: allowed or not. */
  readonly onDrop: (site: SiteId, to: { readonly ray: SkinRay; readonly at: Vec3 }, said: Said) => void;
  /** Let go where there is no skin to stand on. */
  readonly onOff: () => void;
  /** A site that may not be moved was dragged. */
  readonly onFixed: (site: SiteId) => void;
  /** Where a site was let go, until it is confirmed; `text` as it was said. */
  readonly dropped: { readonly site: SiteId; readonly at: Vec3; readonly said: Said } | null;
  /** True while a drag paints. */
  readonly painting: boolean;
  readonly onStroke: (points: readonly Vec3[]) => void;
  readonly onStrokeEnd: (kept: boolean) => void;
  /** Where sites that were moved had been planned. */
  readonly moved: readonly (Pick<MapSite, 'id' | 'muscle' | 'normal'> & { readonly from: Vec3 })[];
  readonly offers: readonly Pick<MapSite, 'muscle' | 'positionMm' | 'normal'>[];
};

/** What is said beside the finger before the anatomy has answered. */
const asking: Said = { allowed: true, text: '…' };

/**
 * What a hand does on the skin besides turning the head: it drags the selected site, and paints where it hurts. Listens
 * before the camera does, so that the two never both take a pointer. Draws what it says, and where moved sites came from.
 */
export function SkinHand(props: HandProps) {
  const { view, rig, element, radius, theme, site, dropped, painting, moved, offers } = props;
  const [board] = useState(() => new PinBoard());
  const [going, setGoing] = useState<Going | null>(null);
  const live = useRef(props);
  useLayoutEffect(() => {
    live.current = props;
  });

  useEffect(() => {
    const { current: handle } = rig;
    view.setPainting(painting);
    handle?.hold(painting ? 'paint' : 'turn');
    return () => {
      view.setPainting(false);
      handle?.hold('turn');
    };
  }, [view, rig, painting]);

  useEffect(() => {
    view.following.add(board);
    return () => {
      view.following.delete(board);
    };
  }, [view, board]);

  useEffect(() => listen(live, setGoing), [element, view]);

  const shown = going ?? dropped;
  const from = site !== null && shown?.site === site.id ? site : null;
  const pins: readonly Pin[] = [
    ...moved
      .filter(({ id }) => id !== shown?.site)
      .map(({ id, from: was, normal }) => ({ id, positionMm: was, normal, to: { site: id } })),
    ...offers.map(({ positionMm, normal }, n) => ({ id: `offer ${String(n)}`, positionMm, normal })),
    ...(shown === null || from === null
      ? []
      : [
          { id: 'from', positionMm: from.from, to: { pin: 'to' } },
          { id: 'to', positionMm: shown.at },
        ]),
  ];
  // The layer's own pins are placed with everything else once they are set.
  useLayoutEffect(() => {
    board.set(pins);
    view.refresh();
  });

  const { paper, edge, ink } = markerInk(theme);
  const said = shown === null ? null : (shown.said ?? asking);
  const tone = said?.allowed === false ? 'bad' : 'ok';
  const glyph = (id: string) => ({
    ref: (at: SVGElement | null) => {
      board.attach(id, 'glyph', at);
    },
    className: styles['pin'],
    'data-shown': 'false',
  });
  const way = (id: string) => ({
    ref: (at: SVGElement | null) => {
      board.attach(id, 'way', at);
    },
    className: styles['way'],
    'data-shown': 'false',
  });
  return (
    <>
      <svg className={styles['layer']} aria-hidden="true">
        {pins
          .filter(({ to }) => to !== undefined)
          .map(({ id }) => (
            <g key={`way ${id}`} {...way(id)}>
              <path stroke={paper} strokeWidth={3.2} />
              <path stroke={ink} strokeWidth={1.3} strokeDasharray={id === 'from' ? undefined : '2.6 2.4'} />
            </g>
          ))}
        {moved.map(({ id, muscle }) => (
          <g key={`was ${id}`} {...glyph(id)} data-pin="planned">
            <GlyphShapes parts={plannedParts(muscleHue(muscle, theme), paper, edge, 0.55 * radius)} />
          </g>
        ))}
        {offers.map(({ muscle }, n) => (
          <g key={`offer ${String(n)}`} {...glyph(`offer ${String(n)}`)} data-pin="offer">
            <GlyphShapes parts={offerParts(muscleHue(muscle, theme), paper, edge, radius)} />
          </g>
        ))}
        {from !== null && (
          <>
            <g {...glyph('from')} data-pin="from">
              <GlyphShapes parts={plannedParts(muscleHue(from.muscle, theme), paper, edge, radius)} />
            </g>
            <g {...glyph('to')} data-pin="to" data-tone={tone}>
              <GlyphShapes parts={pinParts(tone === 'ok', muscleHue(from.muscle, theme), paper, edge, radius)} />
            </g>
          </>
        )}
      </svg>
      {/* Once it is let go, the line that asks for a yes says the same. */}
      {from !== null && said !== null && going !== null && (
        <div
          ref={(at) => {
            board.attach('to', 'label', at);
          }}
          className={styles['label']}
          data-tone={tone}
          data-drag-label=""
        >
          {said.text}
        </div>
      )}
    </>
  );
}

type Live = { readonly current: HandProps };

/** Follows the pointers of the map until it is told to stop. */
function listen(live: Live, setGoing: (going: Going | null) => void): () => void {
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
    if (event.button !== 0) return null;
    if (painting) return { kind: 'brush' };
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

  const paints = (deed: Extract<Deed, { readonly from: unknown }>): void => {
    const { view, onStroke } = live.current;
    const way = [...(deed.kind === 'began' ? [deed.from] : []), ...onTheWay(deed.from, deed.at)];
    onStroke(pointsUnder(view, way));
  };

  const does = (deed: Deed | null, event: PointerEvent | null): void => {
    if (deed === null) return;
    const { grip } = deed;
    const { view, onStroke, onStrokeEnd, onFixed } = live.current;
    if (grip.kind === 'brush') {
      if (deed.kind === 'began' || deed.kind === 'moved') paints(deed);
      else if (deed.kind === 'cancelled') onStrokeEnd(false);
      else {
        if (deed.kind === 'tapped') onStroke(pointsUnder(view, [deed.at]));
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
    does(drag.cancel(), null);
  };
}

/** Where places of the window are on the skin; those beside the head are left out. */
const pointsUnder = (view: HandTools['view'], places: readonly Point[]): readonly Vec3[] =>
  places.map(({ x, y }) => view.aim({ clientX: x, clientY: y })?.at).filter((at) => at !== undefined);

/** Asks for one place at a time, and then for the last that was wanted meanwhile: the pointer waits for no answer. */
function createAsker(live: Live) {
  type Wish = { readonly site: SiteId; readonly ray: SkinRay; readonly then: (said: Said | null) => void };
  let wish: Wish | null = null;
  let busy = false;
  const go = async (): Promise<void> => {
    busy = true;
    while (wish !== null) {
      const { site, ray, then }: Wish = wish;
      wish = null;
      const said = await live.current.ask(site, ray);
      then(said);
    }
    busy = false;
  };
  return {
    ask: (site: SiteId, ray: SkinRay, then: (said: Said | null) => void): void => {
      wish = { site, ray, then };
      if (!busy) void go();
    },
    drop: (): void => {
      wish = null;
    },
  };
}

const sample = (event: PointerEvent) => ({
  pointer: event.pointerId,
  x: event.clientX,
  y: event.clientY,
  time: event.timeStamp,
});
