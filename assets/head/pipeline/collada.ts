import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { PolygonMesh } from './mesh';

/** The one source file this pipeline is written for; the sculpting tables hold for this mesh alone. */
export const sourceSha256 = '567a85e7c8023e28626e60ea057da69f83a48364f496854df11901d732ca54c3';

/** The MakeHuman human: body and eyeballs, in cm, y up from the floor, z forward, x to the subject's left. */
export type Human = { readonly body: PolygonMesh; readonly eyes: PolygonMesh };

/**
 * Reads the zipped Collada human. Throws if the file is not the expected one, byte for byte.
 * @param path the .zae file
 */
export function readHuman(path: string): Human {
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== sourceSha256) throw new Error(`${path} is not the expected source: sha256 ${sha256}`);
  const files = unzipSync(bytes, { filter: (file) => file.name.endsWith('.dae') });
  const document = Object.values(files)[0];
  if (!document) throw new Error(`${path} holds no Collada document`);
  const xml = strFromU8(document);
  return { body: readGeometry(xml, 'human-baseMesh'), eyes: readGeometry(xml, 'human-highpolyeyesMesh') };
}

/** Quads of one <geometry>. The export writes metres and four corners of (vertex, normal, uv) a face. */
function readGeometry(xml: string, id: string): PolygonMesh {
  const start = xml.indexOf(`<geometry id="${id}"`);
  const geometry = xml.slice(start, xml.indexOf('</geometry>', start));
  const floats = /-Position-array">([^<]*)</.exec(geometry)?.[1];
  const corners = /<p>([^<]*)</.exec(geometry)?.[1];
  if (start < 0 || floats === undefined || corners === undefined) throw new Error(`no geometry ${id}`);
  const positions = Float64Array.from(floats.trim().split(/\s+/), (metres) => Number(metres) * 100);
  const indices = corners.trim().split(/\s+/).map(Number);
  const faces: number[][] = [];
  for (let i = 0; i < indices.length; i += 12) {
    faces.push([indices[i]!, indices[i + 3]!, indices[i + 6]!, indices[i + 9]!]);
  }
  return { positions, faces };
}
