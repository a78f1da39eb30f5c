import { useLayoutEffect } from 'react';
import type { HandTools } from '../map-props';
import { markerInk, type Theme } from '../palette';
import { useBoard } from '../use-board';
import { NamedBoard, type NamedPoint } from './named-board';
import mapLabel from '../map-label.module.css';
import styles from './named-points.module.css';

type Props = {
  readonly view: HandTools['view'];
  /** Each with an id of its own. Keep the array while it does not change. */
  readonly points: readonly NamedPoint[];
  readonly theme: Theme;
};

const cross = 'M-5 0H5M0 -5V5';

/** Places of the skin, marked and named, for use within a `hand` of the map. The words beside the head say the same. */
export function NamedPoints({ view, points, theme }: Props) {
  const board = useBoard(view, () => new NamedBoard());
  useLayoutEffect(() => {
    board.set(points);
    view.refresh();
  }, [board, view, points]);

  const { paper, ink } = markerInk(theme);
  return (
    <div aria-hidden="true" className={styles['layer']}>
      <svg className={styles['marks']} aria-hidden="true" focusable="false">
        {points
          .filter(({ is }) => is === 'landmark')
          .map(({ id }) => (
            <g
              key={id}
              ref={(element) => {
                board.attach(id, 'mark', element);
              }}
              data-shown="false"
              className={styles['mark']}
            >
              <path d={cross} stroke={paper} strokeWidth={5} />
              <path d={cross} stroke={ink} strokeWidth={2} />
            </g>
          ))}
      </svg>
      {points.map(({ id, text, is }) => (
        <span
          key={id}
          ref={(element) => {
            board.attach(id, 'name', element);
          }}
          data-shown="false"
          data-is={is}
          data-named={id}
          className={`${mapLabel['label'] ?? ''} ${styles['name'] ?? ''}`}
        >
          {text}
        </span>
      ))}
    </div>
  );
}
