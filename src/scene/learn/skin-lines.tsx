import { useLayoutEffect } from 'react';
import type { HandTools } from '../map-props';
import { markerInk, type Theme } from '../palette';
import type { SkinLine } from '../skin-line';
import { useBoard } from '../use-board';
import { SkinLineBoard } from './skin-line-board';
import layer from '../skin-layer.module.css';
import styles from './skin-lines.module.css';

type Props = {
  readonly view: HandTools['view'];
  /** Each with an id of its own. Keep the array, and each line, while it does not change. */
  readonly lines: readonly SkinLine[];
  readonly theme: Theme;
};

const broken = { strokeDasharray: '6 4', strokeLinecap: 'butt' } as const;

/**
 * Lines over the skin with a ruler's marks, for use within a `hand` of the map. Told by colour and by whether they are
 * broken; what they mean stands in words beside the head.
 */
export function SkinLines({ view, lines, theme }: Props) {
  const board = useBoard(view, () => new SkinLineBoard());
  useLayoutEffect(() => {
    board.set(lines);
    view.refresh();
  }, [board, view, lines]);

  const { paper } = markerInk(theme);
  return (
    <svg className={layer['layer']} aria-hidden="true" focusable="false">
      {lines.map(({ id, ink, dashed }) => (
        <g key={id} className={`${layer['inked'] ?? ''} ${styles['line'] ?? ''}`} data-line={id} data-ink={ink}>
          <g
            ref={(element) => {
              board.attach(id, 'ticks', element);
            }}
          >
            <path stroke={paper} strokeWidth={3.6} />
            <path className={`${layer['ink'] ?? ''} ${styles['ink'] ?? ''}`} strokeWidth={1.4} />
          </g>
          <g
            ref={(element) => {
              board.attach(id, 'way', element);
            }}
          >
            <path stroke={paper} strokeWidth={5} />
            <path
              className={`${layer['ink'] ?? ''} ${styles['ink'] ?? ''}`}
              strokeWidth={2.4}
              {...(dashed ? broken : {})}
            />
          </g>
        </g>
      ))}
    </svg>
  );
}
