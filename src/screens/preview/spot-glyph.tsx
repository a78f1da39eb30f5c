import { type SpotKind, spotParts } from '../../scene/preview/preview-glyph';
import { GlyphShapes } from '../../scene/site-glyph';
import { useTheme } from '../services';

/** A spot as the map draws it, beside its meaning. Decorative. */
export function SpotGlyph({ kind }: { readonly kind: SpotKind }) {
  const theme = useTheme();
  return (
    <svg width={30} height={30} viewBox="-15 -15 30 30" aria-hidden="true" focusable="false">
      <GlyphShapes parts={spotParts(kind, theme).filter(({ fillOpacity }) => fillOpacity === undefined)} />
    </svg>
  );
}
