import type { SkinTone } from '../state/settings';
import type { MapProps } from './map-props';
import { type SkinLook, skinLook } from './skin-tones';

/** A light of the rig: it shines from `from` (any length; only the direction counts) to the head. */
type Light = { readonly color: string; readonly intensity: number; readonly from: readonly [number, number, number] };

/** How the head is lit and coloured in one theme and layer. The rig turns with the camera. */
export type Look = {
  readonly exposure: number;
  /** How much of the room's light there is. */
  readonly room: number;
  readonly skin: SkinLook;
  readonly key: Light;
  readonly others: readonly Light[];
};

const key = { color: '#FFF0E2', intensity: 1.75, from: [-380, 420, 550] } as const;
const fill = { color: '#CFE0FF', intensity: 0.7, from: [500, 50, 400] } as const;
const coolRim = { color: '#DFEAFF', intensity: 0.9, from: [450, 350, -550] } as const;
const warmRim = { color: '#FFE9D8', intensity: 0.6, from: [-500, 100, -450] } as const;

const daylight: Omit<Look, 'skin'> = {
  exposure: 1.08,
  room: 0.32,
  key,
  others: [fill, coolRim, warmRim],
};

/** On a dark ground the rims carry the outline, and the key comes from nearer the viewer so that no side is lost. */
const night: Omit<Look, 'skin'> = {
  ...daylight,
  exposure: 0.92,
  room: 0.3,
  key: { ...key, intensity: 1.5, from: [-180, 400, 600] },
  others: [
    { ...fill, intensity: 1 },
    { ...coolRim, intensity: 1.9 },
    { ...warmRim, intensity: 1.3 },
  ],
};

/** The light follows the theme alone, the tone the skin layer alone: under the muscles the head is always pale. */
export function lookFor(theme: MapProps['theme'], layer: MapProps['layer'], tone: SkinTone): Look {
  return { ...(theme === 'light' ? daylight : night), skin: skinLook(tone, layer) };
}
