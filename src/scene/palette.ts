import type { MuscleId } from '../protocol/words';

export type Theme = 'light' | 'dark';

/**
 * The muscle hues, spread in lightness as well as hue so that they stay apart in the three common colour-vision
 * deficiencies. Every hue is at least 3:1 on its theme's surface; hue never carries state and never stands alone.
 */
const hues: Readonly<Record<Theme, Readonly<Record<MuscleId, string>>>> = {
  light: {
    corrugator: '#D433A8',
    procerus: '#8A5A00',
    frontalis: '#0A5BE0',
    temporalis: '#0E8268',
    occipitalis: '#3A148C',
    paraspinal: '#6C9A1E',
    trapezius: '#7F1414',
  },
  dark: {
    corrugator: '#FF5FA0',
    procerus: '#F9E29D',
    frontalis: '#8FB0FF',
    temporalis: '#6CF0DA',
    occipitalis: '#9F78FF',
    paraspinal: '#B4F03A',
    trapezius: '#FF5A45',
  },
};

/** The hues darkened where needed for small text on white (4.5:1); on the dark surface the hues pass as they are. */
const smallTextLight: Partial<Readonly<Record<MuscleId, string>>> = {
  corrugator: '#A01C7C',
  paraspinal: '#4D7212',
};

/**
 * What a marker is drawn with besides its hue. `paper` is also the key line that parts a marker from the skin, and
 * `edge` a hairline around that: one light, the other dark, so that whatever the skin and however it is lit, one of the
 * two stands out from it by 3:1.
 */
export type MarkerInk = { readonly paper: string; readonly ink: string; readonly muted: string; readonly edge: string };

const inks: Readonly<Record<Theme, MarkerInk>> = {
  light: { paper: '#FFFFFF', ink: '#0F172A', muted: '#4A566B', edge: '#2F3B50' },
  dark: { paper: '#0B101A', ink: '#FFFFFF', muted: '#A7B2C4', edge: '#C9D2E0' },
};

/** The colour of a muscle's markers, as #RRGGBB. */
export const muscleHue = (muscle: MuscleId, theme: Theme): string => hues[theme][muscle];

/** The muscle's hue where it is the colour of small text on the theme's surface. */
export const muscleText = (muscle: MuscleId, theme: Theme): string =>
  (theme === 'light' ? smallTextLight[muscle] : undefined) ?? hues[theme][muscle];

const readable = (hue: string): string =>
  contrast(hue, '#FFFFFF') >= contrast(hue, '#0B101A') ? '#FFFFFF' : '#0B101A';

/** A chip with small text on the muscle's hue: darkened where neither white nor near-black would reach 4.5:1 on it. */
export function muscleChip(muscle: MuscleId, theme: Theme): { readonly background: string; readonly text: string } {
  const background = muscleText(muscle, theme);
  return { background, text: readable(background) };
}

/** As #RRGGBB, the same for every muscle and every state. */
export const markerInk = (theme: Theme): MarkerInk => inks[theme];

/** WCAG 2 contrast ratio of two #RRGGBB colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
