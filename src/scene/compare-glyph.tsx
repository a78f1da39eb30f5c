import type { GlyphPart } from './glyph';
import { GlyphShapes } from './site-glyph';
import { markerInk, type Theme } from './palette';

/** What became of a site from one session to another; `from` is where a moved one was before. */
export type CompareMark = 'added' | 'removed' | 'moved' | 'from' | 'open' | 'neither' | 'unchanged';

/** What tells the changes apart beside their shapes; each at least 3:1 on its theme's surface. */
const inks = {
  light: { added: '#0B5FCC', removed: '#A65300', moved: '#0F172A', plain: '#5A6779' },
  dark: { added: '#7DB4FF', removed: '#FFC66B', moved: '#F3F6FB', plain: '#9AA7BB' },
} as const satisfies Readonly<Record<Theme, object>>;

/** The marks of a comparison as shapes around the origin, px: the shape alone says what changed. */
export function compareParts(mark: CompareMark, theme: Theme): readonly GlyphPart[] {
  const { added, removed, moved, plain } = inks[theme];
  const { paper } = markerInk(theme);
  switch (mark) {
    case 'added':
      return [
        { shape: 'path', d: diamond(15), fill: paper },
        { shape: 'path', d: diamond(12.5), fill: added },
        { shape: 'path', d: 'M-5 0H5M0 -5V5', fill: 'none', stroke: paper, strokeWidth: 2.5 },
      ];
    case 'removed':
      return [
        { shape: 'circle', r: 12.5, fill: paper },
        { shape: 'circle', r: 9.6, fill: paper, stroke: removed, strokeWidth: 2.6, dash: '4.5 3' },
        { shape: 'path', d: 'M-4.5 0H4.5', fill: 'none', stroke: removed, strokeWidth: 2.8 },
      ];
    case 'moved':
      return [
        { shape: 'circle', r: 11, fill: paper },
        { shape: 'circle', r: 9, fill: moved },
        { shape: 'path', d: 'M-4.2 0L3.8 0M0.6 -3.4L4 0L0.6 3.4', fill: 'none', stroke: paper, strokeWidth: 2 },
      ];
    case 'from':
      return [
        { shape: 'circle', r: 6.5, fill: paper },
        { shape: 'circle', r: 4.6, fill: paper, stroke: moved, strokeWidth: 2 },
      ];
    case 'open':
      return [
        { shape: 'circle', r: 10.4, fill: paper },
        { shape: 'circle', r: 8, fill: paper, stroke: plain, strokeWidth: 2.4 },
        { shape: 'circle', r: 2, fill: plain },
      ];
    case 'neither':
      return [
        { shape: 'circle', r: 8, fill: paper },
        { shape: 'circle', r: 5.6, fill: paper, stroke: plain, strokeWidth: 1.8 },
        { shape: 'path', d: 'M-4.6 4.6L4.6 -4.6', fill: 'none', stroke: plain, strokeWidth: 1.8 },
      ];
    case 'unchanged':
      return [
        { shape: 'circle', r: 7.5, fill: paper },
        { shape: 'circle', r: 5.5, fill: plain },
      ];
  }
}

const diamond = (h: number): string => `M0 ${String(-h)}L${String(h)} 0L0 ${String(h)}L${String(-h)} 0Z`;

type Props = { readonly mark: CompareMark; readonly theme: Theme; readonly size: number };

/** The mark beside its words. Decorative. */
export function CompareGlyph({ mark, theme, size }: Props) {
  return (
    <svg width={size} height={size} viewBox="-15 -15 30 30" aria-hidden="true" focusable="false">
      <GlyphShapes parts={compareParts(mark, theme)} />
    </svg>
  );
}
