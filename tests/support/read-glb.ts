import { type Node, NodeIO } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions';
import { MeshoptDecoder } from 'meshoptimizer';

/** A node of a built model with its geometry in mm, decoded; nodes without a mesh have empty arrays. */
export type ReadNode = {
  readonly name: string;
  readonly extras: Readonly<Record<string, unknown>>;
  readonly translation: readonly [number, number, number];
  readonly positions: Float64Array;
  readonly normals: Float64Array;
  readonly indices: Uint32Array;
  readonly attributes: readonly string[];
  readonly uv: Float64Array;
};

export type ReadModel = {
  readonly copyright: string;
  readonly extensions: readonly string[];
  readonly nodes: readonly ReadNode[];
};

/** Decodes a quantised, meshopt-compressed GLB. */
export async function readGlb(bytes: Uint8Array): Promise<ReadModel> {
  await MeshoptDecoder.ready;
  const document = await new NodeIO()
    .registerExtensions([KHRMeshQuantization, EXTMeshoptCompression])
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder })
    .readBinary(bytes);
  const root = document.getRoot();
  return {
    copyright: root.getAsset().copyright ?? '',
    extensions: root.listExtensionsRequired().map((extension) => extension.extensionName),
    nodes: root.listNodes().map(readNode),
  };
}

function readNode(node: Node): ReadNode {
  const primitive = node.getMesh()?.listPrimitives()[0];
  const indices = primitive?.getIndices();
  const [x, y, z] = node.getTranslation();
  const translation = [x * 1000, y * 1000, z * 1000] as const;
  const scale = node.getScale()[0] * 1000;
  const values = (name: string): Float64Array => {
    const accessor = primitive?.getAttribute(name);
    if (!accessor) return new Float64Array(0);
    const size = accessor.getElementSize();
    const out = new Float64Array(accessor.getCount() * size);
    const element: number[] = [];
    for (let i = 0; i < accessor.getCount(); i++) out.set(accessor.getElement(i, element), i * size);
    return out;
  };
  return {
    name: node.getName(),
    extras: node.getExtras(),
    translation,
    positions: values('POSITION').map((value, i) => value * scale + translation[(i % 3) as 0 | 1 | 2]),
    normals: values('NORMAL'),
    indices: Uint32Array.from({ length: indices?.getCount() ?? 0 }, (_, i) => indices?.getScalar(i) ?? 0),
    attributes: primitive?.listSemantics() ?? [],
    uv: values('TEXCOORD_0'),
  };
}
