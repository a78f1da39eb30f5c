import type { TriangleMesh } from './mesh';
import { Surface } from './surface';
import { clamp } from './vector';

/** Half the width (cm) searched for the gap between the lips, and the number of samples across it. */
const searchHalfWidth = 2.9;
const samples = 81;
/** Depth (cm) behind the lips' front that counts as open: the front falls back towards the corners of the mouth. */
const lipFront = (x: number): number => 14.4 - 0.16 * x * x;
const openDepth = 0.75;

/** Closes the parted lips: each vertex near the gap moves towards its middle line by half the gap's height. */
export function closeLips(mesh: TriangleMesh): TriangleMesh {
  const { middle, gap } = findGap(mesh);
  const positions = Float64Array.from(mesh.positions);
  for (let i = 0; i < positions.length; i += 3) {
    const [x, y, z] = [positions[i]!, positions[i + 1]!, positions[i + 2]!];
    if (Math.abs(x) > searchHalfWidth - 0.05 || z < 10 || y < 146 || y > 151) continue;
    const k = Math.round(((Math.abs(x) + searchHalfWidth) / (2 * searchHalfWidth)) * (samples - 1));
    const above = y - middle[k]!;
    const half = gap[k]! / 2 + 0.025;
    const beyond = Math.max(0, Math.abs(above) - half) / 0.55;
    positions[i + 1] = y - Math.sign(above) * Math.min(half, Math.abs(above)) * Math.exp(-beyond * beyond);
  }
  return { positions, indices: mesh.indices };
}

function findGap(mesh: TriangleMesh): { middle: Float64Array; gap: Float64Array } {
  const surface = new Surface(mesh);
  const low: (number | null)[] = [];
  const high: (number | null)[] = [];
  for (let i = 0; i < samples; i++) {
    const x = -searchHalfWidth + (2 * searchHalfWidth * i) / (samples - 1);
    let from: number | null = null;
    let to: number | null = null;
    for (let j = 0; j <= 240; j++) {
      const y = 147.6 + j / 120;
      const hit = surface.cast([x, y, 30], [0, 0, -1]);
      if (hit && hit.point[2] >= lipFront(x) - openDepth) continue;
      from ??= y;
      to = y;
    }
    low.push(from);
    high.push(to);
  }
  const open = low.flatMap((from, i) => (from === null ? [] : [i]));
  if (open.length === 0) throw new Error('the lips are already closed');
  const middle = new Float64Array(samples);
  const gap = new Float64Array(samples);
  for (let i = 0; i < samples; i++) {
    const k = clamp(i, open[0]!, open.at(-1)!);
    const [from, to] = [low[k] ?? low[open[0]!]!, high[k] ?? high[open[0]!]!];
    middle[i] = (from + to) / 2;
    gap[i] = low[i] === null ? 0 : to - from;
  }
  smooth(middle);
  smooth(gap);
  return { middle, gap };
}

/** Four binomial passes, ends held. */
function smooth(values: Float64Array): void {
  for (let pass = 0; pass < 4; pass++) {
    const before = values.slice();
    for (let i = 1; i < samples - 1; i++) values[i] = (before[i - 1]! + 2 * before[i]! + before[i + 1]!) / 4;
  }
}
