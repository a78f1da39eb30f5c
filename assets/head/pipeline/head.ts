import { makeBust } from './bust';
import { catmullClark } from './catmull-clark';
import { smoothChest } from './chest';
import type { Human } from './collada';
import { dropHidden, largestPart } from './cull';
import { closeEyes, type Eye, fitLeftEye } from './eyelids';
import { closeLips } from './lips';
import { filterFaces, type PolygonMesh, triangulate, type TriangleMesh, vertexNormals } from './mesh';
import { diffuse, occlusion } from './occlusion';
import { sculpt } from './sculpt';
import { leftHalf, mirrorHalf, mirrorValues, symmetrise } from './symmetry';
import { thinOut } from './thin';
import { tint } from './tint';
import { pointAt, smoothstep, type Vec3 } from './vector';

/** How fine: subdivisions of the source and occlusion rays a vertex. */
export type Detail = { readonly level: 1 | 2; readonly rays: number };

/** A finished head in the source's frame (cm). `skin` and `cap` index the same vertices. */
export type Head = {
  readonly positions: Float64Array;
  readonly normals: Float64Array;
  /** Linear RGB, 0..1. */
  readonly colours: Float64Array;
  readonly skin: Uint32Array;
  /** The narrow underside of the bust's edge. */
  readonly cap: Uint32Array;
  /** Ends of the left lash line, and the left eyeball. */
  readonly innerCanthus: Vec3;
  readonly outerCanthus: Vec3;
  readonly eye: Eye;
};

export const fullDetail: Detail = { level: 2, rays: 64 };
export const lightDetail: Detail = { level: 1, rays: 64 };

/** The nipples among the source's vertices, left and right. */
const nipples = [8451, 1779];
/** How far out (cm) the underside of the bust's edge counts as cap: beyond, the edge shows from the side and is skin. */
const capHalfWidth = 12;

/** Builds the closed-eye, bald, mirror-symmetric bust from the base human. */
export async function buildHead(human: Human, detail: Detail): Promise<Head> {
  const body = symmetrise(human.body);
  const eyes = symmetrise(human.eyes);
  widenCranium(body);
  widenCranium(eyes);
  let mesh: PolygonMesh = filterFaces(body, (face) =>
    face.every((v) => Math.abs(body.positions[3 * v]!) < 28 && body.positions[3 * v + 1]! > 117),
  );
  for (let level = 0; level < detail.level; level++) mesh = catmullClark(mesh);
  mesh = smoothChest(
    mesh,
    nipples.map((v) => pointAt(body.positions, v)),
  );
  const eye = fitLeftEye(eyes);
  const closed = closeEyes(largestPart(triangulate(mesh)), eye);
  const sculpted = sculpt(closeLips(closed.mesh));
  const bust = makeBust(await thinOut(leftHalf(sculpted, 1e-4)));
  const half = dropHidden(bust.half, mirrorHalf(bust.half));
  const whole = mirrorHalf(half);
  const normals = vertexNormals(whole);
  const count = half.positions.length / 3;
  const open = diffuse(whole, mirrorValues(half, occlusion(whole, normals, count, detail.rays), 1), 3);
  const colours = tint(whole, open, closed.lashLine);
  const stripTriangles = (bust.half.indices.length - bust.stripStart) / 3;
  return {
    positions: whole.positions,
    normals,
    colours,
    ...splitCap(whole, half.indices.length / 3, stripTriangles),
    innerCanthus: closed.innerCanthus,
    outerCanthus: closed.outerCanthus,
    eye,
  };
}

/** Widens the base human's narrow vault to an adult's mean, leaving the face. */
function widenCranium({ positions }: PolygonMesh): void {
  for (let i = 0; i < positions.length; i += 3) {
    const [y, z] = [positions[i + 1]!, positions[i + 2]!];
    if (y > 147) positions[i]! *= 1 + smoothstep(147, 158, y) * (0.055 + 0.02 * smoothstep(9, 2, z));
  }
}

/** Parts the strip under the bust from the skin. The strip's triangles are the last of either half. */
function splitCap(
  whole: TriangleMesh,
  halfTriangles: number,
  stripTriangles: number,
): { skin: Uint32Array; cap: Uint32Array } {
  const skin: number[] = [];
  const cap: number[] = [];
  for (let t = 0; t < whole.indices.length / 3; t++) {
    const corners = Array.from(whole.indices.subarray(3 * t, 3 * t + 3));
    const x = corners.reduce((sum, v) => sum + Math.abs(whole.positions[3 * v]!), 0) / 3;
    const underneath = t % halfTriangles >= halfTriangles - stripTriangles && x < capHalfWidth;
    (underneath ? cap : skin).push(...corners);
  }
  return { skin: Uint32Array.from(skin), cap: Uint32Array.from(cap) };
}
