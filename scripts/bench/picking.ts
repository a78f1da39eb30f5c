import { BufferAttribute, BufferGeometry, DoubleSide, Mesh, MeshBasicMaterial, Ray, Raycaster, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import { readHead } from '../read-head';
import { seeded } from '../seeded';
import { type Figure, figure, median, quantile } from './figures';

const rayCount = 400;
const warmUps = 60;
const seed = 20_261_123;

/** Rays as pointers send them: from a camera a metre away, all round, towards a point within the head's bounds. */
function pointerRays(geometry: BufferGeometry, count: number): readonly Ray[] {
  geometry.computeBoundingBox();
  const box = geometry.boundingBox;
  if (box === null) throw new Error('the head has no bounds');
  const next = seeded(seed);
  return Array.from({ length: count }, () => {
    const azimuth = next() * 2 * Math.PI;
    const elevation = ((next() * 80 - 20) * Math.PI) / 180;
    const origin = new Vector3(
      Math.sin(azimuth) * Math.cos(elevation),
      Math.sin(elevation),
      Math.cos(azimuth) * Math.cos(elevation),
    ).multiplyScalar(1000);
    const target = new Vector3(next(), next(), next()).multiply(box.getSize(new Vector3())).add(box.min);
    return new Ray(origin, target.sub(origin).normalize());
  });
}

/** Runs `pick` over the rays and returns its answers with the time each took, µs. */
function timed(rays: readonly Ray[], pick: (ray: Ray) => number | null) {
  for (const ray of rays.slice(0, warmUps)) pick(ray);
  return rays.map((ray) => {
    const from = process.hrtime.bigint();
    const distance = pick(ray);
    return { distance, micros: Number(process.hrtime.bigint() - from) / 1000 };
  });
}

/**
 * Picks on the full head with the search tree and with plain three.js, same mesh, same rays, in Node.
 * Throws where the two disagree about what was hit: then neither time means anything.
 */
export async function measurePicking(): Promise<readonly Figure[]> {
  const head = await readHead();
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(head.positions, 3));
  geometry.setIndex(new BufferAttribute(head.indices, 1));
  const rays = pointerRays(geometry, rayCount);

  // Plain three first: building the tree reorders the index.
  const mesh = new Mesh(geometry, new MeshBasicMaterial({ side: DoubleSide }));
  mesh.updateMatrixWorld();
  const raycaster = new Raycaster();
  const plain = timed(rays, (ray) => {
    raycaster.ray.copy(ray);
    return raycaster.intersectObject(mesh, false)[0]?.distance ?? null;
  });
  const built = performance.now();
  const bvh = new MeshBVH(geometry);
  const buildMs = performance.now() - built;
  const fast = timed(rays, (ray) => bvh.raycastFirst(ray, DoubleSide)?.distance ?? null);

  const hits = plain.filter(({ distance }) => distance !== null).length;
  if (hits < rayCount / 4) throw new Error(`only ${String(hits)} of ${String(rayCount)} rays hit the head`);
  const differing = plain.filter(({ distance }, i) => {
    const other = fast[i]?.distance ?? null;
    return distance === null || other === null ? distance !== other : Math.abs(distance - other) > 1e-3;
  }).length;
  if (differing > 0)
    throw new Error(`${String(differing)} of ${String(rayCount)} rays hit something else with the tree`);

  const plainMicros = plain.map(({ micros }) => micros);
  const fastMicros = fast.map(({ micros }) => micros);
  return [
    figure('pick, rays', rayCount, ''),
    figure('pick, rays that hit', hits, ''),
    figure('pick, triangles searched', head.indices.length / 3, ''),
    figure('pick with the tree, median', median(fastMicros), 'µs'),
    figure('pick with the tree, p95', quantile(fastMicros, 0.95), 'µs'),
    figure('pick with plain three.js, median', median(plainMicros), 'µs'),
    figure('pick with plain three.js, p95', quantile(plainMicros, 0.95), 'µs'),
    figure('pick, times faster at the median', median(plainMicros) / median(fastMicros), '×', { atLeast: 20 }),
    figure('pick, times faster at p95', quantile(plainMicros, 0.95) / quantile(fastMicros, 0.95), '×'),
    figure('pick, building the tree once', buildMs, 'ms'),
  ];
}
