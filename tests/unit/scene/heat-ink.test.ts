import { describe, expect, it } from 'vitest';
import { muscles } from '../../../src/protocol/paradigm';
import { heatInk } from '../../../src/scene/heat-ink';
import { contrast, muscleHue } from '../../../src/scene/palette';
import { skinLook } from '../../../src/scene/skin-tones';
import { skinTones } from '../../../src/state/settings';

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
const hex = (rgb: readonly number[]) =>
  `#${rgb.map((c) => Math.round(Math.min(255, c)).toString(16).padStart(2, '0')).join('')}`;
/** Degrees on the colour circle. */
function hueOf(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour);
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (range === 0) return 0;
  const sixth = most === r ? ((g - b) / range + 6) % 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return 60 * sixth;
}

describe('the colours of pain on the skin', () => {
  it('have an edge of which one line is 3:1 on every skin, in light and in shade', () => {
    for (const tone of skinTones) {
      for (let light = 4; light <= 40; light += 1) {
        const skin = hex(channels(skinLook(tone, 'skin').color).map((c) => (c * light) / 30));
        const best = Math.max(contrast(heatInk.dark, skin), contrast(heatInk.light, skin));
        expect(best, `${tone} at ${String(light)}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('are told from one another: the two lines, and the stripes on the fill', () => {
    expect(contrast(heatInk.dark, heatInk.light)).toBeGreaterThan(7);
    expect(contrast(heatInk.deep, heatInk.fill)).toBeGreaterThan(2.3);
  });

  it('are the hue of no muscle', () => {
    for (const { id } of muscles) {
      for (const theme of ['light', 'dark'] as const) {
        const hue = muscleHue(id, theme);
        const apart = Math.abs(hueOf(hue) - hueOf(heatInk.fill));
        const other = Math.min(apart, 360 - apart) > 15 || contrast(hue, heatInk.fill) > 2;
        expect(other, `${id} ${theme}`).toBe(true);
      }
    }
  });
});
