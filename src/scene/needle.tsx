import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import {
  type Camera,
  Group,
  type Material,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  PerspectiveCamera,
  Vector3,
} from 'three';
import type { SkinRays } from './skin-rays';
import type { MapNeedle } from './map-props';
import { ghostGeometry, needleGeometry } from './needle-geometry';
import { isSeen } from './occlusion';
import type { Theme } from './palette';

/** A tube of a third of a millimetre is thinner than a pixel from afar: it is drawn this wide (px) at least. */
const leastPixels = { tube: 1.5, ghost: 2 };

const paints = {
  light: { tube: '#5B6674', hub: '#E6ECF3' },
  dark: { tube: '#C3CCD8', hub: '#DCE4EE' },
} as const satisfies Record<Theme, unknown>;
/** Dark and pale dashes: on any skin one of them shows. */
const dashes = { ink: '#101828', paper: '#FFFFFF' };

type Props = { readonly needle: MapNeedle; readonly theme: Theme; readonly rays: SkinRays };

/** The selected site's needle, in two draw calls: what stands out of the skin, and through the skin what is under it. */
export function NeedleAtSite({ needle, theme, rays }: Props) {
  const model = useMemo(() => new NeedleModel(needle, theme), [needle, theme]);
  useEffect(() => () => model.dispose(), [model]);
  useFrame(({ camera, size }) => model.follow(camera, size.height, rays));
  return <primitive object={model.group} />;
}

class NeedleModel {
  readonly group = new Group();
  readonly #needle: MapNeedle;
  readonly #entry: Vector3;
  readonly #solid: Mesh;
  readonly #ghost: Mesh;
  readonly #widen = { tube: { value: 1 }, ghost: { value: 1 } };

  constructor(needle: MapNeedle, theme: Theme) {
    const { entry, direction, bevel } = needle.pose;
    const { tube, hub } = paints[theme];
    this.#needle = needle;
    this.#entry = new Vector3(...entry);
    const metal = new MeshStandardMaterial({ vertexColors: true, metalness: 0.35, roughness: 0.36 });
    const line = new MeshBasicMaterial({ vertexColors: true, transparent: true, depthTest: false, toneMapped: false });
    this.#solid = new Mesh(needleGeometry(needle, tube, hub), widened(metal, this.#widen.tube));
    this.#ghost = new Mesh(ghostGeometry(needle, dashes.ink, dashes.paper), widened(line, this.#widen.ghost));
    this.#ghost.renderOrder = 2;
    this.group.add(this.#solid, this.#ghost);
    const [y, z] = [new Vector3(...bevel), new Vector3(...direction)];
    this.group.applyMatrix4(new Matrix4().makeBasis(y.clone().cross(z), y, z).setPosition(this.#entry));
  }

  /** Keeps the tube visible from afar, and the part under the skin unseen where the head is in between. */
  follow(camera: Camera, heightPx: number, rays: SkinRays): void {
    if (!(camera instanceof PerspectiveCamera)) return;
    const { pose, outerMm } = this.#needle;
    const pixel = (2 * camera.position.distanceTo(this.#entry) * Math.tan((camera.fov * Math.PI) / 360)) / heightPx;
    this.#widen.tube.value = Math.max(1, (leastPixels.tube * pixel) / outerMm);
    this.#widen.ghost.value = Math.max(1, (leastPixels.ghost * pixel) / outerMm);
    this.#ghost.visible = isSeen(rays, pose.entry, pose.normal, camera.position);
  }

  dispose(): void {
    for (const mesh of [this.#solid, this.#ghost]) {
      mesh.geometry.dispose();
      (mesh.material as Material).dispose();
    }
  }
}

/** Has a material widen what is marked slim, about the needle's axis. */
function widened<M extends Material>(material: M, by: { value: number }): M {
  material.onBeforeCompile = (shader) => {
    shader.uniforms['widen'] = by;
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nattribute float slim;\nuniform float widen;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\ntransformed.xy *= mix(1.0, widen, slim);');
  };
  return material;
}
