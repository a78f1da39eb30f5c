import { cross, pointAt, subtract } from './vector';

/** A mesh of polygons: flat xyz positions and, per face, its corners counterclockwise seen from outside. */
export type PolygonMesh = { readonly positions: Float64Array; readonly faces: readonly (readonly number[])[] };

/** A mesh of triangles: flat xyz positions and three corners a triangle, counterclockwise seen from outside. */
export type TriangleMesh = { readonly positions: Float64Array; readonly indices: Uint32Array };

/** Splits polygons into fans round their first corner. After a subdivision that corner is always an old vertex, so the
 * diagonals of mirrored faces mirror each other. */
export function triangulate(mesh: PolygonMesh): TriangleMesh {
  const indices: number[] = [];
  for (const face of mesh.faces) {
    for (let k = 1; k + 1 < face.length; k++) indices.push(face[0]!, face[k]!, face[k + 1]!);
  }
  return { positions: mesh.positions, indices: Uint32Array.from(indices) };
}

/** Keeps the faces for which `keep` holds and drops the vertices no face uses. */
export function filterFaces(mesh: PolygonMesh, keep: (face: readonly number[]) => boolean): PolygonMesh {
  const renamed = new Map<number, number>();
  const positions: number[] = [];
  const faces = mesh.faces.filter(keep).map((face) =>
    face.map((vertex) => {
      let name = renamed.get(vertex);
      if (name === undefined) {
        name = renamed.size;
        renamed.set(vertex, name);
        positions.push(...pointAt(mesh.positions, vertex));
      }
      return name;
    }),
  );
  return { positions: Float64Array.from(positions), faces };
}

/** Drops vertices that no triangle uses; the order of the rest stays. */
export function compact(mesh: TriangleMesh): TriangleMesh {
  const count = mesh.positions.length / 3;
  const used = new Uint8Array(count);
  for (const vertex of mesh.indices) used[vertex] = 1;
  const renamed = new Uint32Array(count);
  const positions: number[] = [];
  for (let vertex = 0; vertex < count; vertex++) {
    if (!used[vertex]) continue;
    renamed[vertex] = positions.length / 3;
    positions.push(...pointAt(mesh.positions, vertex));
  }
  return { positions: Float64Array.from(positions), indices: mesh.indices.map((vertex) => renamed[vertex]!) };
}

/** Unit vertex normals, weighted by the area of the triangles around. */
export function vertexNormals(mesh: TriangleMesh): Float64Array {
  const { positions, indices } = mesh;
  const normals = new Float64Array(positions.length);
  for (let i = 0; i < indices.length; i += 3) {
    const corners = [indices[i]!, indices[i + 1]!, indices[i + 2]!] as const;
    const a = pointAt(positions, corners[0]);
    const n = cross(subtract(pointAt(positions, corners[1]), a), subtract(pointAt(positions, corners[2]), a));
    for (const corner of corners) for (let k = 0; k < 3; k++) normals[3 * corner + k]! += n[k]!;
  }
  for (let i = 0; i < normals.length; i += 3) {
    const x = normals[i]!;
    const y = normals[i + 1]!;
    const z = normals[i + 2]!;
    const l = Math.sqrt(x * x + y * y + z * z) || 1;
    normals[i] = x / l;
    normals[i + 1] = y / l;
    normals[i + 2] = z / l;
  }
  return normals;
}

/** Per vertex, the vertices it shares an edge with. */
export function neighbours(vertexCount: number, faces: Iterable<readonly number[]>): readonly (readonly number[])[] {
  const sets = Array.from({ length: vertexCount }, () => new Set<number>());
  for (const face of faces) {
    face.forEach((a, k) => {
      const b = face[(k + 1) % face.length]!;
      sets[a]!.add(b);
      sets[b]!.add(a);
    });
  }
  return sets.map((set) => [...set].sort((a, b) => a - b));
}

/** The triangles' corners, three at a time. */
export function* trianglesOf(mesh: TriangleMesh): Generator<readonly [number, number, number]> {
  for (let i = 0; i < mesh.indices.length; i += 3) {
    yield [mesh.indices[i]!, mesh.indices[i + 1]!, mesh.indices[i + 2]!];
  }
}
