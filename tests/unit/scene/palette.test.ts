import { describe, expect, it } from 'vitest';
import type { MuscleId } from '../../../src/protocol/words';
import { contrast, markerInk, muscleChip, muscleHue, muscleText } from '../../../src/scene/palette';

const muscles: readonly MuscleId[] = [
  'corrugator',
  'procerus',
  'frontalis',
  'temporalis',
  'occipitalis',
  'paraspinal',
  'trapezius',
];
const surface = { light: '#FFFFFF', dark: '#131A27' } as const;

describe.each(['light', 'dark'] as const)('the muscle hues of the %s theme', (theme) => {
  it('are seven different ones', () => {
    expect(new Set(muscles.map((muscle) => muscleHue(muscle, theme))).size).toBe(7);
  });

  it.each(muscles)('pass 3:1 on the surface as a fill: %s', (muscle) => {
    expect(contrast(muscleHue(muscle, theme), surface[theme])).toBeGreaterThanOrEqual(3);
  });

  it.each(muscles)('pass 4.5:1 on the surface where they colour small text: %s', (muscle) => {
    expect(contrast(muscleText(muscle, theme), surface[theme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(muscles)('make a chip that small text reads on: %s', (muscle) => {
    const { background, text } = muscleChip(muscle, theme);
    expect(contrast(background, text)).toBeGreaterThanOrEqual(4.5);
  });

  it('set a tick in the key colour apart from every hue', () => {
    for (const muscle of muscles) {
      expect(contrast(muscleHue(muscle, theme), markerInk(theme).paper)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('contrast', () => {
  it('is 21 for black on white and 1 for a colour on itself, either way round', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#6C9A1E', '#6C9A1E')).toBe(1);
  });
});
