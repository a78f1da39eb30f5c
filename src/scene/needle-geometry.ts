import { type BufferGeometry, Color, CylinderGeometry, Float32BufferAttribute, LatheGeometry, Vector2 } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { MapNeedle } from './map-props';

type Size = Pick<MapNeedle, 'lengthMm' | 'outerMm' | 'insertedMm'>;

/** The slant of the ground tip, mm: about 15 degrees on this tube. Drawn, not published. */
const bevelMm = 1.15;
/**
 * Outline of the hub from its back to the tube, in the order in which a lathe turns faces outward: distance along the
 * needle behind its root, and radius, mm. Drawn, not published.
 */
const hubOutline: readonly (readonly [number, number])[] = [
  [8.4, 0],
  [8.4, 2.7],
  [7.2, 2.7],
  [7.2, 2.1],
  [2.6, 1.7],
  [1.6, 0.75],
  [0, 0.42],
];
const roundness = 18;
const dashMm = 0.8;

/**
 * Tube, bevel and hub as one geometry, mm: the needle enters the skin at the origin and points along +z, its bevel looks
 * to +y. Attribute `slim` is 1 where it may be widened so as not to vanish between pixels.
 */
export function needleGeometry({ lengthMm, outerMm, insertedMm }: Size, tube: string, hub: string): BufferGeometry {
  const radius = outerMm / 2;
  const [root, tip] = [insertedMm - lengthMm, insertedMm];
  const shaft = new CylinderGeometry(radius, radius, lengthMm, 10, 1)
    .rotateX(Math.PI / 2)
    .translate(0, 0, (root + tip) / 2);
  const corners = shaft.getAttribute('position');
  for (let i = 0; i < corners.count; i += 1) {
    if (corners.getZ(i) < tip - 1e-4) continue;
    corners.setZ(i, tip - (bevelMm * (corners.getY(i) + radius)) / outerMm);
  }
  shaft.computeVertexNormals();
  const cap = new LatheGeometry(
    hubOutline.map(([behind, wide]) => new Vector2(wide, -behind)),
    roundness,
  ).rotateX(Math.PI / 2);
  cap.translate(0, 0, root);
  return joined([painted(shaft, tube, 1), painted(cap, hub, 0)]);
}

/** The part under the skin as dashes, dark and pale in turn so that they show on any skin, mm, in the same frame. */
export function ghostGeometry({ outerMm, insertedMm }: Size, ink: string, paper: string): BufferGeometry {
  const dashes = Math.max(2, Math.round(insertedMm / dashMm));
  const step = insertedMm / dashes;
  return joined(
    Array.from({ length: dashes }, (_, i) => {
      const dash = new CylinderGeometry(outerMm / 2, outerMm / 2, step, 6, 1, true)
        .rotateX(Math.PI / 2)
        .translate(0, 0, (i + 0.5) * step);
      // Counted from the tip, so that the tip itself is always dark.
      return painted(dash, (dashes - 1 - i) % 2 === 0 ? ink : paper, 1);
    }),
  );
}

function painted(geometry: BufferGeometry, color: string, slim: 0 | 1): BufferGeometry {
  const { count } = geometry.getAttribute('position');
  const { r, g, b } = new Color(color);
  const colors = Array.from({ length: count }, () => [r, g, b]).flat();
  geometry.setAttribute('color', new Float32BufferAttribute(colors, 3));
  geometry.setAttribute('slim', new Float32BufferAttribute(new Float32Array(count).fill(slim), 1));
  return geometry;
}

function joined(parts: readonly BufferGeometry[]): BufferGeometry {
  const whole = mergeGeometries([...parts]);
  for (const part of parts) part.dispose();
  return whole;
}
