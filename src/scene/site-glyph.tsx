import type { MuscleId } from '../protocol/words';
import { type GlyphPart, type GlyphState, glyphParts, otherParts, partKey } from './glyph';
import styles from './injection-map.module.css';
import { markerInk, muscleHue, type Theme } from './palette';

type Props = {
  readonly state: GlyphState;
  readonly ftp: boolean;
  /** Without a muscle the glyph is drawn in ink, as a legend needs it. */
  readonly muscle?: MuscleId;
  readonly theme: Theme;
  /** Width and height, px. A halo, if asked for, reaches beyond them. */
  readonly size: number;
  readonly halo?: boolean;
};

/** A marker as the map draws it, for lists and legends. Decorative: the text beside it says the state. */
export function SiteGlyph({ state, ftp, muscle, theme, size, halo = false }: Props) {
  const { paper, ink, muted } = markerInk(theme);
  const hue = muscle === undefined ? ink : muscleHue(muscle, theme);
  const parts = glyphParts({ state, ftp, hue, paper, muted, r: 10 });
  return (
    <svg
      className={styles['siteGlyph']}
      width={size}
      height={size}
      viewBox="-14 -14 28 28"
      aria-hidden="true"
      focusable="false"
    >
      <GlyphShapes parts={halo ? parts : parts.filter((part) => part.halo === undefined)} />
    </svg>
  );
}

/** The mark of another map's site, for legends. */
export function OtherGlyph({ theme, size }: Pick<Props, 'theme' | 'size'>) {
  const { paper, ink } = markerInk(theme);
  return (
    <svg
      className={styles['siteGlyph']}
      width={size}
      height={size}
      viewBox="-11 -11 22 22"
      aria-hidden="true"
      focusable="false"
    >
      <GlyphShapes parts={otherParts({ hue: ink, paper })} />
    </svg>
  );
}

/** The parts of a glyph as SVG elements. */
export function GlyphShapes({ parts }: { readonly parts: readonly GlyphPart[] }) {
  return parts.map((part) => {
    const paint = {
      fill: part.fill,
      fillOpacity: part.fillOpacity,
      stroke: part.stroke,
      strokeOpacity: part.strokeOpacity,
      strokeWidth: part.strokeWidth,
      strokeDasharray: part.dash,
      opacity: part.opacity,
      className: part.halo === undefined ? undefined : styles[part.halo],
    };
    return part.shape === 'circle' ? (
      <circle key={partKey(part)} r={part.r} {...paint} />
    ) : (
      <path key={partKey(part)} d={part.d} {...paint} />
    );
  });
}
