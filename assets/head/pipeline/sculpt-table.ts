import type { Vec3 } from './vector';

/**
 * What is modelled onto the base human: soft ridges (height > 0) and furrows (height < 0), each a Gaussian tube of the
 * given width about a curve laid on the skin. Points in the source's frame, cm; set by eye against surface anatomy.
 */
export type Stroke = {
  readonly name: string;
  /** Standard deviation of the Gaussian across the curve, cm. */
  readonly width: number;
  /** Height along the skin's normal on the curve, cm. */
  readonly height: number;
  readonly curve: readonly Vec3[];
};

/** On the left; sculpted on both sides. */
export const pairedStrokes: readonly Stroke[] = [
  {
    name: 'sternocleidomastoid, sternal head',
    width: 0.8,
    height: 0.36,
    curve: [
      [6.2, 148.6, 1.2],
      [5.2, 145.6, 3.2],
      [3.3, 142.3, 6.0],
      [1.25, 139.2, 7.2],
    ],
  },
  {
    name: 'sternocleidomastoid, clavicular head',
    width: 0.7,
    height: 0.22,
    curve: [
      [5.2, 146.0, 3.0],
      [4.6, 142.6, 4.6],
      [4.0, 139.8, 6.0],
    ],
  },
  {
    name: 'supraclavicular fossa',
    width: 0.9,
    height: -0.42,
    curve: [
      [5.6, 141.2, 4.0],
      [8.0, 140.6, 3.4],
      [10, 140.2, 3.0],
    ],
  },
  {
    name: 'clavicle',
    width: 0.62,
    height: 0.42,
    curve: [
      [1.7, 138.3, 7.3],
      [4.5, 138.7, 7.0],
      [8.5, 139.0, 6.0],
      [12.5, 139.3, 4.0],
      [16, 139.3, 1.6],
    ],
  },
  {
    name: 'infraclavicular fossa',
    width: 1.2,
    height: -0.22,
    curve: [
      [9, 136.6, 8.5],
      [12.5, 137.2, 6.5],
    ],
  },
  {
    name: 'trapezius ridge',
    width: 1.4,
    height: 0.75,
    curve: [
      [5.4, 144.0, 1.0],
      [7.5, 142.2, 1.4],
      [10.0, 140.9, 1.5],
      [13.0, 140.0, 1.2],
      [16.2, 139.0, 0.9],
    ],
  },
  {
    name: 'acromion',
    width: 1.0,
    height: 0.24,
    curve: [
      [16.9, 138.9, -0.3],
      [17.7, 137.9, 0.6],
    ],
  },
  {
    name: 'semispinalis column',
    width: 0.85,
    height: 0.3,
    curve: [
      [1.9, 150.4, -2.0],
      [1.8, 146.5, -1.6],
      [2.0, 143.0, -2.2],
    ],
  },
  {
    name: 'zygomatic arch',
    width: 0.7,
    height: 0.09,
    curve: [
      [4.9, 152.6, 11.2],
      [6.2, 153.2, 8.6],
      [7.2, 153.7, 6.2],
    ],
  },
  { name: 'temporal hollow', width: 1.5, height: -0.16, curve: [[6.8, 157.6, 9.0]] },
  { name: 'angle of the jaw', width: 1.0, height: 0.12, curve: [[5.6, 147.6, 6.0]] },
  {
    name: 'mastoid process',
    width: 0.8,
    height: 0.12,
    curve: [
      [6.6, 151.6, 2.2],
      [6.2, 150.9, 2.8],
      [6.0, 150.4, 3.1],
    ],
  },
  {
    name: 'brow ridge',
    width: 0.55,
    height: 0.1,
    curve: [
      [1.2, 157.0, 14.2],
      [2.6, 157.5, 13.8],
      [4.0, 157.4, 12.8],
    ],
  },
];

export const midlineStrokes: readonly Stroke[] = [
  { name: 'jugular notch', width: 0.8, height: -0.45, curve: [[0, 138.9, 7.0]] },
  { name: 'thyroid cartilage', width: 0.9, height: 0.2, curve: [[0, 142.5, 8.0]] },
  {
    name: 'nuchal furrow',
    width: 0.6,
    height: -0.22,
    curve: [
      [0, 150.6, -2.0],
      [0, 147.4, -1.5],
      [0, 144.4, -2.0],
    ],
  },
  { name: 'C7', width: 0.7, height: 0.26, curve: [[0, 141.8, -2.8]] },
  { name: 'inion', width: 0.75, height: 0.24, curve: [[0, 152.6, -3.6]] },
  {
    name: 'furrow of the spine',
    width: 0.9,
    height: -0.18,
    curve: [
      [0, 139, -3.6],
      [0, 131, -5.2],
      [0, 122, -5.6],
    ],
  },
  {
    name: 'sternum',
    width: 1.0,
    height: -0.16,
    curve: [
      [0, 136.5, 8],
      [0, 131, 10.5],
      [0, 122, 12.5],
    ],
  },
];
