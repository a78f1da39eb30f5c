import { otherParts } from './glyph';
import styles from './injection-map.module.css';
import type { OtherSite } from './map-props';
import type { OtherBoard } from './other-board';
import { markerInk, muscleHue, type Theme } from './palette';
import { GlyphShapes } from './site-glyph';

type Props = { readonly others: readonly OtherSite[]; readonly theme: Theme; readonly board: OtherBoard };

/** Where the other map has those sites that it has elsewhere, each with a line to its place on this map. */
export function OtherSites({ others, theme, board }: Props) {
  const { paper, edge } = markerInk(theme);
  return (
    <>
      {others.map(({ id, muscle }) => (
        <g key={id} ref={(element) => board.attach(id, 'way', element)} className={styles['way']} data-shown="false">
          <path stroke={paper} strokeWidth={3.4} />
          <path stroke={muscleHue(muscle, theme)} strokeWidth={1.4} />
        </g>
      ))}
      {others.map(({ id, muscle, draw }) => (
        <g
          key={id}
          ref={(element) => board.attach(id, 'glyph', element)}
          className={styles['marker']}
          data-marker="other"
          data-site={id}
          data-shown="false"
        >
          <GlyphShapes parts={draw ?? otherParts({ hue: muscleHue(muscle, theme), paper, edge })} />
        </g>
      ))}
    </>
  );
}
