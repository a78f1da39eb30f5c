import { type TriangleMesh, vertexNormals } from './mesh';
import { midlineStrokes, pairedStrokes, type Stroke } from './sculpt-table';
import { Surface } from './surface';
import { alongCurve, mirrored, pointAt } from './vector';

/** Displaces the skin along its normals by the sum of all strokes. */
export function sculpt(mesh: TriangleMesh): TriangleMesh {
  const surface = new Surface(mesh);
  const normals = vertexNormals(mesh);
  const displacement = new Float64Array(mesh.positions.length / 3);
  for (const stroke of pairedStrokes) {
    apply(stroke, mesh, surface, displacement);
    apply({ ...stroke, curve: stroke.curve.map(mirrored) }, mesh, surface, displacement);
  }
  for (const stroke of midlineStrokes) apply(stroke, mesh, surface, displacement);
  const positions = mesh.positions.map((value, i) => value + normals[i]! * displacement[Math.floor(i / 3)]!);
  return { positions, indices: mesh.indices };
}

function apply(
  { width, height, curve }: Stroke,
  mesh: TriangleMesh,
  surface: Surface,
  displacement: Float64Array,
): void {
  const steps = curve.length > 1 ? Math.max(8, 12 * curve.length) : 0;
  const line = Array.from({ length: steps + 1 }, (_, i) =>
    surface.closest(alongCurve(curve, steps === 0 ? 0 : i / steps)),
  );
  for (let v = 0; v < displacement.length; v++) {
    const [x, y, z] = pointAt(mesh.positions, v);
    let nearest = Infinity;
    let at = 0;
    line.forEach((p, i) => {
      const squared = (p[0] - x) ** 2 + (p[1] - y) ** 2 + (p[2] - z) ** 2;
      if (squared < nearest) {
        nearest = squared;
        at = i;
      }
    });
    if (nearest > 9 * width * width) continue;
    const along = steps === 0 ? 0.5 : at / steps;
    const taper = steps === 0 ? 1 : Math.min(1, 0.15 + Math.min(along, 1 - along) * 3.4);
    displacement[v]! += height * taper * Math.exp(-nearest / (2 * width * width));
  }
}
