import type { Vec3 } from '../anatomy/anchor';

/** How a line over the skin is drawn: its colour by what it says, and whether it is broken. */
export type LineInk = 'plain' | 'ok' | 'warn' | 'bad';

/** A line over the skin. `ticksMm`: marks like a ruler's, so far apart, mm along it. */
export type SkinLine = {
  readonly id: string;
  readonly points: readonly { readonly positionMm: Vec3; readonly normal: Vec3 }[];
  readonly ink: LineInk;
  readonly dashed: boolean;
  readonly ticksMm?: number;
};
