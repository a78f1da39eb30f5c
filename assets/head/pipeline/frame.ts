import type { TriangleMesh } from './mesh';
import type { Vec3 } from './vector';

/**
 * Head's millimetres per source centimetre. The base human is small; 1.02 puts length, breadth and height of the head
 * between the means of men and women (ANSUR II).
 */
const millimetresPerCentimetre = 10.2;

/** The head's frame: mm, origin midway between the tragi, +x patient's left, +y up, +z forward. */
export type Frame = {
  /** From the source's frame (cm) to the head's (mm). */
  readonly toHead: (source: Vec3) => Vec3;
  readonly toSource: (head: Vec3) => Vec3;
};

/** The frame whose origin lies midway between the left tragus, given in the source's frame, and its mirror image. */
export function frameAt(tragus: Vec3): Frame {
  const k = millimetresPerCentimetre;
  const [, y, z] = tragus;
  return {
    toHead: (p) => [p[0] * k, (p[1] - y) * k, (p[2] - z) * k],
    toSource: (p) => [p[0] / k, p[1] / k + y, p[2] / k + z],
  };
}

/** A mesh of the source's frame in the head's. */
export function meshToHead(frame: Frame, mesh: TriangleMesh): TriangleMesh {
  const positions = new Float64Array(mesh.positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    positions.set(frame.toHead([mesh.positions[i]!, mesh.positions[i + 1]!, mesh.positions[i + 2]!]), i);
  }
  return { positions, indices: mesh.indices };
}
