import type { PolygonMesh } from './mesh';

type Edge = { readonly a: number; readonly b: number; readonly faces: number[] };

/**
 * One step of Catmull-Clark subdivision. Open borders follow the cubic B-spline rule; border corners stay.
 * Every face of n corners becomes n quads: old corner, edge point, face point, edge point.
 */
export function catmullClark({ positions, faces }: PolygonMesh): PolygonMesh {
  const vertexCount = positions.length / 3;
  const edges: Edge[] = [];
  const edgeOf = new Map<number, number>();
  const facePoints = new Float64Array(faces.length * 3);
  const faceEdges = faces.map((face, f) =>
    face.map((a, k) => {
      for (let c = 0; c < 3; c++) facePoints[3 * f + c]! += positions[3 * a + c]! / face.length;
      const b = face[(k + 1) % face.length]!;
      const key = Math.min(a, b) * vertexCount + Math.max(a, b);
      let edge = edgeOf.get(key);
      if (edge === undefined) {
        edge = edges.length;
        edgeOf.set(key, edge);
        edges.push({ a, b, faces: [] });
      }
      edges[edge]!.faces.push(f);
      return edge;
    }),
  );

  const firstEdge = vertexCount;
  const firstFace = vertexCount + edges.length;
  const out = new Float64Array((firstFace + faces.length) * 3);
  out.set(facePoints, firstFace * 3);

  const edgeSum = new Float64Array(vertexCount * 3);
  const faceSum = new Float64Array(vertexCount * 3);
  const borderSum = new Float64Array(vertexCount * 3);
  const edgeCount = new Int32Array(vertexCount);
  const faceCount = new Int32Array(vertexCount);
  const borderCount = new Int32Array(vertexCount);
  edges.forEach(({ a, b, faces: sides }, e) => {
    const border = sides.length !== 2;
    for (let c = 0; c < 3; c++) {
      const middle = (positions[3 * a + c]! + positions[3 * b + c]!) / 2;
      out[3 * (firstEdge + e) + c] = border
        ? middle
        : (2 * middle + facePoints[3 * sides[0]! + c]! + facePoints[3 * sides[1]! + c]!) / 4;
      edgeSum[3 * a + c]! += middle;
      edgeSum[3 * b + c]! += middle;
      if (border) {
        borderSum[3 * a + c]! += positions[3 * b + c]!;
        borderSum[3 * b + c]! += positions[3 * a + c]!;
      }
    }
    for (const v of [a, b]) {
      edgeCount[v]! += 1;
      if (border) borderCount[v]! += 1;
    }
  });
  faces.forEach((face, f) => {
    for (const v of face) {
      faceCount[v]! += 1;
      for (let c = 0; c < 3; c++) faceSum[3 * v + c]! += facePoints[3 * f + c]!;
    }
  });
  for (let v = 0; v < vertexCount; v++) {
    const n = edgeCount[v]!;
    for (let c = 0; c < 3; c++) {
      const i = 3 * v + c;
      const p = positions[i]!;
      if (borderCount[v] === 0) {
        out[i] = n === 0 ? p : (faceSum[i]! / faceCount[v]! + (2 * edgeSum[i]!) / n + (n - 3) * p) / n;
      } else {
        out[i] = borderCount[v] === 2 ? 0.75 * p + 0.125 * borderSum[i]! : p;
      }
    }
  }

  const split: number[][] = [];
  faces.forEach((face, f) => {
    const around = faceEdges[f]!;
    face.forEach((v, k) => {
      const before = around[(k + face.length - 1) % face.length]!;
      split.push([v, firstEdge + around[k]!, firstFace + f, firstEdge + before]);
    });
  });
  return { positions: out, faces: split };
}
