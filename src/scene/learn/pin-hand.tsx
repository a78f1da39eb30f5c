import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Vec3 } from '../../anatomy/anchor';
import type { HandTools } from '../map-props';
import { markerInk, type Theme } from '../palette';
import { GlyphShapes } from '../site-glyph';
import { useBoard } from '../use-board';
import { chosenParts, learnerPinParts, pinRadius } from './exam-glyphs';
import layer from '../skin-layer.module.css';
import styles from './exam-marks.module.css';
import { type Aimed, followPins, type HeldPin } from './follow-pins';
import { MarkBoard } from './mark-board';

type LearnerPin = {
  readonly id: string;
  readonly positionMm: Vec3;
  /** Null until the skin there is known. */
  readonly normal: Vec3 | null;
};

type Props = HandTools & {
  readonly theme: Theme;
  /** Those that may still be moved. */
  readonly pins: readonly LearnerPin[];
  /** Those of groups that were confirmed. */
  readonly earlier: readonly LearnerPin[];
  readonly selected: string | null;
  readonly onTap: (aimed: Aimed) => void;
  readonly onMove: (id: string, aimed: Aimed) => void;
  readonly onSelect: (id: string) => void;
};

/** Pins that are put on the skin by taps, and moved by drags. What it does is done by the list and its buttons as well. */
export function PinHand(props: Props) {
  const { view, element, theme, pins, earlier, selected } = props;
  const board = useBoard(view, () => new MarkBoard());
  const still = useBoard(view, () => new MarkBoard());
  const [held, setHeld] = useState<HeldPin | null>(null);
  const live = useRef(props);
  useLayoutEffect(() => {
    live.current = props;
  });
  useEffect(
    () => (element.current === null ? undefined : followPins(element.current, live, board, setHeld)),
    [element, board],
  );
  useLayoutEffect(() => {
    const marks = pins.map(({ id, positionMm, normal }) =>
      held?.id === id
        ? { id, positionMm: held.at, normal: null, radius: pinRadius }
        : { id, positionMm, normal, radius: pinRadius },
    );
    board.set(marks);
    still.set(earlier.map((pin) => ({ ...pin, radius: pinRadius })));
    view.refresh();
  }, [board, still, view, pins, earlier, held]);

  const ink = markerInk(theme);
  const mark = (on: MarkBoard, id: string) => ({
    ref: (at: SVGElement | null) => {
      on.attach(id, at);
    },
    className: styles['mark'],
    'data-shown': 'false',
  });
  const stem = held === null || held.finger === null ? null : board.find(held.id);
  return (
    <svg className={layer['layer']} aria-hidden="true" focusable="false">
      {earlier.map(({ id }) => (
        <g key={id} {...mark(still, id)} data-quiet="true">
          <GlyphShapes parts={learnerPinParts(ink)} />
        </g>
      ))}
      {stem !== null && held?.finger != null && (
        <path
          className={styles['stem']}
          d={`M${stem.x.toFixed(1)} ${stem.y.toFixed(1)}L${held.finger.x.toFixed(1)} ${held.finger.y.toFixed(1)}`}
          stroke={ink.ink}
          strokeWidth={1.5}
          strokeDasharray="2 3"
        />
      )}
      {pins.map(({ id }) => (
        <g key={id} {...mark(board, id)} data-pin={id}>
          {(id === selected || id === held?.id) && <GlyphShapes parts={chosenParts(ink, pinRadius)} />}
          <GlyphShapes parts={learnerPinParts(ink)} />
        </g>
      ))}
    </svg>
  );
}
