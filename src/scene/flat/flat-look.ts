import type { SkinTone } from '../../state/settings';
import type { Theme } from '../palette';
import { skinLook } from '../skin-tones';

/** What a head is drawn with: paper tinted like the skin, one pot of wash, one ink. Colours as #RRGGBB. */
export type FlatLook = {
  readonly skin: string;
  readonly wash: string;
  /** Strength of each wash; they lie over one another. */
  readonly washOpacity: number;
  readonly ink: string;
};

/** Pale enough for a pen on it, and still that skin: the darker the tone, the less white is taken. */
export function flatLook(tone: SkinTone, layer: 'skin' | 'muscles', theme: Theme): FlatLook {
  const { color } = skinLook(tone, layer);
  const light = lightness(color);
  const white = theme === 'light' ? 0.26 + 0.3 * light : 0.2 - 0.1 * light;
  return {
    skin: mixed(color, '#FFFFFF', white),
    wash: mixed(color, '#2A0F06', 0.62),
    washOpacity: 0.06 + 0.05 * (1 - light),
    ink: mixed('#150B07', color, 0.18 * light),
  };
}

function mixed(a: string, b: string, share: number): string {
  const channel = (at: number): string => {
    const [from, to] = [a, b].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number];
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

const lightness = (hex: string): number =>
  [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(hex.slice(at, at + 2), 16), 0) / 765;
