import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { offerParts, pinParts, plannedParts } from './hand-glyphs';
import { followHand } from './hand-listener';
import type { Going, HandProps, Said } from './hand-props';
import { markerInk, muscleHue } from './palette';
import { PinBoard, type Pin } from './pin-board';
import { GlyphShapes } from './site-glyph';
import mapLabel from './map-label.module.css';
import layer from './skin-layer.module.css';
import styles from './skin-hand.module.css';
import { useBoard } from './use-board';

/** What is said beside the finger before the anatomy has answered. */
const asking: Said = { allowed: true, text: '…' };

/**
 * What a hand does on the skin besides turning the head: it drags the selected site, and paints where it hurts. Listens
 * before the camera does, so that the two never both take a pointer. Draws what it says, and where moved sites came from.
 */
export function SkinHand(props: HandProps) {
  const { view, rig, element, radius, theme, site, dropped, painting, moved, offers } = props;
  const board = useBoard(view, () => new PinBoard());
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

  useEffect(() => followHand(live, setGoing), [element, view]);

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
  const pinned = useRef(false);
  useLayoutEffect(() => {
    board.set(pins);
    // Measuring labels lays the page out in the middle of a press: not where the hand has put nothing on the map.
    if (pinned.current || pins.length > 0) view.refresh();
    pinned.current = pins.length > 0;
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
      <svg className={layer['layer']} aria-hidden="true">
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
          className={`${mapLabel['label'] ?? ''} ${styles['label'] ?? ''}`}
          data-tone={tone}
          data-drag-label=""
        >
          {said.text}
        </div>
      )}
    </>
  );
}
