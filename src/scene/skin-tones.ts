import type { SkinTone } from '../state/settings';

/**
 * How one skin takes the light. Pale skin scatters light back, so it is rough, softly lit and shows its blood; dark
 * skin takes most of it in, so its shape is told by a cooler, tighter gleam, and what is baked in must be eased or the
 * hollows would close up.
 */
export type SkinLook = {
  readonly color: string;
  readonly roughness: number;
  /** Strength of the soft gleam toward the outline, and its colour. */
  readonly sheen: number;
  readonly sheenColor: string;
  /** How uneven the colour is, 0 to 1. */
  readonly mottling: number;
  /** Exponent on the baked occlusion and tint: below 1 eases it. */
  readonly baked: number;
  /** The painted hair, and the line that marks the midline. */
  readonly hair: string;
  readonly midline: string;
};

const tones: Readonly<Record<SkinTone, SkinLook>> = {
  'tone-1': {
    color: '#F6E6DC',
    roughness: 0.6,
    sheen: 0.26,
    sheenColor: '#FFDCCB',
    mottling: 1,
    baked: 1.06,
    hair: '#6A4E3B',
    midline: '#5B3A2E',
  },
  'tone-2': {
    color: '#E4CDBD',
    roughness: 0.58,
    sheen: 0.3,
    sheenColor: '#FFD9C6',
    mottling: 1,
    baked: 1,
    hair: '#543D2E',
    midline: '#51352A',
  },
  'tone-3': {
    color: '#CDA88B',
    roughness: 0.56,
    sheen: 0.28,
    sheenColor: '#FFD2B0',
    mottling: 0.95,
    baked: 0.96,
    hair: '#3A281D',
    midline: '#3F271B',
  },
  'tone-4': {
    color: '#A17A5F',
    roughness: 0.53,
    sheen: 0.26,
    sheenColor: '#F2C6A4',
    mottling: 0.9,
    baked: 0.9,
    hair: '#241811',
    midline: '#23150D',
  },
  'tone-5': {
    color: '#775341',
    roughness: 0.56,
    sheen: 0.4,
    sheenColor: '#C99F88',
    mottling: 0.85,
    baked: 0.84,
    hair: '#120C09',
    midline: '#EBD3C2',
  },
  'tone-6': {
    color: '#54392D',
    roughness: 0.56,
    sheen: 0.5,
    sheenColor: '#A98470',
    mottling: 0.8,
    baked: 0.76,
    hair: '#070505',
    midline: '#D9BBAA',
  },
};

/** Under the muscles the head is pale and opaque: through translucent skin the far side muddles the near one. */
const pale: SkinLook = { ...tones['tone-2'], color: '#D8C9C8' };

/** Of the tone on the skin layer; under the muscles one pale look, whatever the tone. */
export const skinLook = (tone: SkinTone, layer: 'skin' | 'muscles'): SkinLook =>
  layer === 'muscles' ? pale : tones[tone];
