import { neighbours, type PolygonMesh } from './mesh';
import { distance, pointAt, type Vec3 } from './vector';

/** Radius (cm) round a nipple that is evened out, and how often. */
const radius = 3.2;
const passes = 150;

/** Makes the chest a mannequin's: the skin round each centre (a nipple of the base human) is relaxed until smooth. */
export function smoothChest(mesh: PolygonMesh, centres: readonly Vec3[]): PolygonMesh {
  const positions = Float64Array.from(mesh.positions);
  const around = neighbours(positions.length / 3, mesh.faces);
  for (const centre of centres) {
    const near: { vertex: number; weight: number }[] = [];
    for (let vertex = 0; vertex < positions.length / 3; vertex++) {
      const d = distance(pointAt(positions, vertex), centre);
      if (d < radius) near.push({ vertex, weight: 0.7 * Math.min(1, 2 * (1 - d / radius)) });
    }
    for (let pass = 0; pass < passes; pass++) {
      const before = positions.slice();
      for (const { vertex, weight } of near) {
        const ring = around[vertex]!;
        for (let c = 0; c < 3; c++) {
          const mean = ring.reduce((sum, v) => sum + before[3 * v + c]!, 0) / ring.length;
          positions[3 * vertex + c]! += weight * (mean - before[3 * vertex + c]!);
        }
      }
    }
  }
  return { positions, faces: mesh.faces };
}
