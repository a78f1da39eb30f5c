import { compact, type TriangleMesh } from './mesh';

/**
 * Cuts a mesh along the zero line of a field given per vertex and keeps the side where it is >= 0.
 * Triangles that end with no area (all corners on the line) are dropped.
 */
export function clip(mesh: TriangleMesh, field: Float64Array): TriangleMesh {
  const positions = Array.from(mesh.positions);
  const cuts = new Map<number, number>();
  const count = field.length;
  const cut = (from: number, to: number): number => {
    const [a, b] = from < to ? [from, to] : [to, from];
    const known = cuts.get(a * count + b);
    if (known !== undefined) return known;
    const t = field[a]! / (field[a]! - field[b]!);
    const made = positions.length / 3;
    for (let c = 0; c < 3; c++) {
      positions.push(positions[3 * a + c]! + t * (positions[3 * b + c]! - positions[3 * a + c]!));
    }
    cuts.set(a * count + b, made);
    return made;
  };
  const kept: number[] = [];
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const corners = [mesh.indices[i]!, mesh.indices[i + 1]!, mesh.indices[i + 2]!];
    if (!corners.some((v) => field[v]! > 0)) continue;
    const polygon: number[] = [];
    corners.forEach((a, k) => {
      const b = corners[(k + 1) % 3]!;
      if (field[a]! >= 0) polygon.push(a);
      if (field[a]! > 0 !== field[b]! > 0 && field[a] !== 0 && field[b] !== 0) polygon.push(cut(a, b));
    });
    for (let k = 1; k + 1 < polygon.length; k++) kept.push(polygon[0]!, polygon[k]!, polygon[k + 1]!);
  }
  return compact({ positions: Float64Array.from(positions), indices: Uint32Array.from(kept) });
}
