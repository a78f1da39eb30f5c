import { describe, expect, it } from 'vitest';
import type { MuscleId } from '../../../src/protocol/words';
import { type GlyphPart, type GlyphState, glyphParts, otherParts, selectionParts } from '../../../src/scene/glyph';
import { contrast, markerInk, muscleHue } from '../../../src/scene/palette';
import { skinLook } from '../../../src/scene/skin-tones';
import { skinTones } from '../../../src/state/settings';

/**
 * WCAG 1.4.11 asks 3:1 of what tells a graphic from what lies around it. A marker lies on skin of any tone, lit or in
 * shade, so its outermost lines must hold against every colour there can be: one of the two nearest the skin stands
 * out from it by 3:1, and each line of the glyph from the next.
 */
const required = 3;
const muscles: readonly MuscleId[] = [
  'corrugator',
  'procerus',
  'frontalis',
  'temporalis',
  'occipitalis',
  'paraspinal',
  'trapezius',
];
const states: readonly Exclude<GlyphState, 'behind' | 'free'>[] = ['planned', 'next', 'given', 'skipped'];

const hex = (...channels: readonly number[]): string =>
  `#${channels
    .map((c) =>
      Math.round(Math.min(255, Math.max(0, c)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
const channelsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Each tone from deep shade to a highlight, and every grey besides. */
const skins: readonly string[] = [
  ...skinTones.flatMap((tone) =>
    Array.from({ length: 40 }, (_, i) =>
      hex(...channelsOf(skinLook(tone, 'skin').color).map((c) => (c * (i + 1)) / 30)),
    ),
  ),
  skinLook('tone-2', 'muscles').color,
  ...Array.from({ length: 256 }, (_, i) => hex(i, i, i)),
];

/** The colours of a glyph's opaque lines from the outside in: a part's stroke, then its filling. */
function fromOutside(parts: readonly GlyphPart[]): readonly string[] {
  const solid = parts.filter((part) => part.opacity === undefined && part.fillOpacity === undefined);
  return solid
    .flatMap(({ stroke, fill }) => [stroke, fill])
    .filter((colour) => colour !== undefined && colour !== 'none') as string[];
}

describe.each(['light', 'dark'] as const)('markers on skin in the %s theme', (theme) => {
  const { paper, ink, muted, edge } = markerInk(theme);
  const glyphs = muscles.flatMap((muscle) => {
    const hue = muscleHue(muscle, theme);
    return [
      ...states.flatMap((state) =>
        [false, true].map((ftp) => ({
          what: `${muscle} ${state}${ftp ? ' extra' : ''}`,
          parts: glyphParts({ state, ftp, hue, paper, muted, edge, r: 10 }),
        })),
      ),
      { what: `${muscle} on the other map`, parts: otherParts({ hue, paper, edge }) },
    ];
  });
  const selection = { what: 'the selection', parts: selectionParts(false, 10, ink, paper).toReversed() };

  it.each([...glyphs, selection])('$what: one of its two outer lines is 3:1 on any skin', ({ parts }) => {
    const [outer, inner] = fromOutside(parts);
    if (outer === undefined || inner === undefined) throw new Error('a glyph without two lines');
    for (const skin of skins) {
      expect(Math.max(contrast(outer, skin), contrast(inner, skin)), skin).toBeGreaterThanOrEqual(required);
    }
  });

  it.each(glyphs)('$what: every line is 3:1 on the next', ({ parts }) => {
    const lines = fromOutside(parts).filter((colour, at, all) => colour !== all[at - 1]);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (let i = 1; i < lines.length; i += 1) {
      expect(
        contrast(lines[i - 1] ?? '', lines[i] ?? ''),
        `${String(lines[i - 1])} on ${String(lines[i])}`,
      ).toBeGreaterThanOrEqual(required);
    }
  });

  it('would not hold with the key line alone: it needs the edge around it', () => {
    expect(skins.some((skin) => contrast(paper, skin) < required)).toBe(true);
    expect(skins.some((skin) => contrast(edge, skin) < required)).toBe(true);
  });
});

describe('the tones', () => {
  it('are at least six, each darker than the one before and clearly another', () => {
    expect(skinTones.length).toBeGreaterThanOrEqual(6);
    for (let i = 1; i < skinTones.length; i += 1) {
      const [before, after] = [skinTones[i - 1], skinTones[i]];
      if (before === undefined || after === undefined) throw new Error('a gap');
      const [lighter, darker] = [skinLook(before, 'skin').color, skinLook(after, 'skin').color];
      expect(contrast(lighter, '#000000')).toBeGreaterThan(contrast(darker, '#000000'));
      expect(contrast(lighter, darker), after).toBeGreaterThan(1.2);
    }
  });

  it('leave the head under the muscles pale', () => {
    for (const tone of skinTones) expect(skinLook(tone, 'muscles')).toBe(skinLook('tone-1', 'muscles'));
  });
});
