import type { ZoneKind } from '../protocol/danger-zone';
import type { Theme } from './palette';

/**
 * The inks of an atlas plate: nerves yellow in a dark line, arteries red in a light one, so that each stands out on
 * skin and on muscle. `band` is the spread's wash. Kind is told by the dash as well (see zone-material) and by name.
 */
export type ZoneInk = {
  readonly core: string;
  readonly casing: string;
  readonly band: string;
  /** The wash over bare muscle, where the hue for skin would drown in the red. */
  readonly bandOnMuscle?: string;
};

const inks: Readonly<Record<Theme, Readonly<Record<ZoneKind, ZoneInk>>>> = {
  light: {
    nerve: { core: '#FFD23F', casing: '#4A3500', band: '#C88A00' },
    artery: { core: '#C8102E', casing: '#FFF4EC', band: '#C8102E' },
    band: { core: '#FFFFFF', casing: '#7A3E00', band: '#B45309' },
    lung: { core: '#FFFFFF', casing: '#123F66', band: '#1F6FB2', bandOnMuscle: '#CFEBFF' },
  },
  dark: {
    nerve: { core: '#FFDC66', casing: '#2B1F00', band: '#FFC933' },
    artery: { core: '#F0384F', casing: '#FFF4EC', band: '#FF4D5E' },
    band: { core: '#FFFFFF', casing: '#5A2D00', band: '#FF9A3C' },
    lung: { core: '#FFFFFF', casing: '#0B2E4D', band: '#59B0F5', bandOnMuscle: '#BFE4FF' },
  },
};

/** As #RRGGBB. Without `bandOnMuscle` the wash over muscle is `band` too. */
export const zoneInk = (kind: ZoneKind, theme: Theme): ZoneInk => inks[theme][kind];

/** In the order of the shader's tables. */
export const zoneKinds: readonly ZoneKind[] = ['nerve', 'artery', 'band', 'lung'];
