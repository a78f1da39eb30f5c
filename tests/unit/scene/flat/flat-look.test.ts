import { describe, expect, it } from 'vitest';
import { flatLook } from '../../../../src/scene/flat/flat-look';
import { contrast } from '../../../../src/scene/palette';
import { skinTones } from '../../../../src/state/settings';

describe('the ink of the drawn map', () => {
  it.each(skinTones)('stands out by 3:1 from its paper on %s, in both themes', (tone) => {
    for (const theme of ['light', 'dark'] as const) {
      const { ink, skin } = flatLook(tone, 'skin', theme);
      expect(contrast(ink, skin), theme).toBeGreaterThanOrEqual(3);
    }
  });
});
