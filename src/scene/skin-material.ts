import { Color, type IUniform, MeshPhysicalMaterial, Vector2 } from 'three';
import type { Landmark } from '../anatomy/head-model';
import type { LandmarkName } from '../protocol/rule';
import { bumpedNormal } from './bumped-normal';
import { bustFade, bustUniform } from './bust-fade';
import { browStrokes, hairAndMidline, paintDeclarations } from './skin-paint';
import type { SkinLook } from './skin-tones';

/** Value noise on a lattice, in object space (mm), smooth between cells. */
const noise = /* glsl */ `
uniform bool showPores;
uniform float mottling;
uniform float bakedPower;
varying vec3 vSkin;
float skinHash(vec3 p) {
  p = fract(p * 0.3183099 + 0.1) * 17.0;
  return fract(p.x * p.y * p.z * (p.x + p.y + p.z));
}
float skinNoise(vec3 x) {
  vec3 i = floor(x);
  vec3 f = fract(x);
  f = f * f * (3.0 - 2.0 * f);
  vec4 near = vec4(skinHash(i), skinHash(i + vec3(1, 0, 0)), skinHash(i + vec3(0, 1, 0)), skinHash(i + vec3(1, 1, 0)));
  vec3 k = i + vec3(0, 0, 1);
  vec4 far = vec4(skinHash(k), skinHash(k + vec3(1, 0, 0)), skinHash(k + vec3(0, 1, 0)), skinHash(k + vec3(1, 1, 0)));
  vec4 z = mix(near, far, f.z);
  vec2 y = mix(z.xy, z.zw, f.y);
  return mix(y.x, y.y, f.x);
}`;

/** Baked occlusion and tint, as strong as this skin wants them. */
const bakedTint = /* glsl */ `
vec3 baked = vColor.rgb;
${browStrokes}
diffuseColor.rgb *= pow(baked, vec3(bakedPower));`;

/** Blood and melanin are uneven: a blotchiness of about a centimetre, three percent deep. */
const mottle = /* glsl */ `
float mottle = skinNoise(vSkin * 0.09) * 0.6 + skinNoise(vSkin * 0.23) * 0.4;
diffuseColor.rgb *= mix(vec3(1.0), mix(vec3(1.03, 1.01, 1.0), vec3(0.97, 0.93, 0.92), mottle), mottling);`;

/**
 * Pores as a bump of about half a millimetre's grain, faded out where a pixel is larger than a pore. From far away
 * they are skipped for the whole frame: derivatives need every pixel to take the same branch.
 */
const pores = /* glsl */ `
{
  if (showPores) {
    float seen = 1.0 - smoothstep(0.2, 0.8, length(fwidth(vSkin)));
    float bump = (skinNoise(vSkin * 1.6) * 0.6 + skinNoise(vSkin * 3.1) * 0.4) * 0.12 * seen;
    ${bumpedNormal}
  }
}`;

/** More that is painted on the skin while it is wanted: the shader is made anew with it, and again without. */
export type SkinPaint = {
  readonly uniforms: Readonly<Record<string, IUniform>>;
  readonly vertex: { readonly declare: string; readonly set: string };
  readonly fragment: { readonly declare: string; readonly paint: string };
};

export type SkinMaterial = {
  readonly material: MeshPhysicalMaterial;
  /** Takes on a skin. The midline, and where asked for hairline and brows, are painted by the landmarks. */
  readonly set: (look: SkinLook, landmarks: readonly Landmark[] | null, hairline: boolean) => void;
  /** Tells the shader how many mm of skin a pixel is at the head's distance. */
  readonly setPixel: (mm: number) => void;
  readonly paintMore: (more: SkinPaint | null) => void;
  /** How much lower the shoulders lie than the standard head's, mm. */
  readonly setDrop: (mm: number) => void;
};

/** A pixel of a sloping patch of skin is wider than one that faces the viewer; past this nothing would show. */
const poreLimit = 0.55;

/** The skin: baked occlusion and tint come as vertex colours, mottling and pores from the shader. */
export function skinMaterial(): SkinMaterial {
  const uniforms = {
    showPores: { value: false },
    bustDrop: { value: 0 },
    mottling: { value: 1 },
    bakedPower: { value: 1 },
    painted: { value: false },
    hairColor: { value: new Color() },
    midlineColor: { value: new Color() },
    // Above everything: no midline before the head is there.
    midlineEnds: { value: new Vector2(1e6, 1e6) },
    browStart: { value: new Vector2() },
    browEnd: { value: new Vector2() },
  };
  const material = new MeshPhysicalMaterial({
    metalness: 0,
    // Above 0 from the start: the shader is compiled once, with it.
    sheen: 0.3,
    sheenRoughness: 0.55,
    vertexColors: true,
    transparent: true,
  });
  let extra: SkinPaint | null = null;
  material.customProgramCacheKey = () => String(extra !== null);
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms, extra?.uniforms);
    const { vertex, fragment } = extra ?? { vertex: null, fragment: null };
    shader.vertexShader = shader.vertexShader
      .replace(
        '#include <common>',
        '#include <common>\nattribute float hairline;\nvarying vec3 vSkin;\nvarying float vHairline;' +
          (vertex?.declare ?? ''),
      )
      .replace(
        '#include <begin_vertex>',
        '#include <begin_vertex>\nvSkin = position;\nvHairline = hairline;' + (vertex?.set ?? ''),
      );
    shader.fragmentShader = shader.fragmentShader
      .replace(
        '#include <common>',
        `#include <common>\n${bustUniform}\n${noise}\n${paintDeclarations}\n${fragment?.declare ?? ''}`,
      )
      .replace(
        '#include <color_fragment>',
        `${bakedTint}\n${mottle}\n${hairAndMidline}\n${fragment?.paint ?? ''}\n${bustFade('vSkin')}`,
      )
      .replace('#include <normal_fragment_maps>', `#include <normal_fragment_maps>\n${pores}`);
  };
  return {
    material,
    paintMore: (more) => {
      if ((more === null) !== (extra === null)) material.needsUpdate = true;
      extra = more;
    },
    setDrop: (mm) => {
      uniforms.bustDrop.value = mm;
    },
    setPixel: (mm) => {
      uniforms.showPores.value = mm < poreLimit;
    },
    set: (look, landmarks, hairline) => {
      material.color.set(look.color);
      material.roughness = look.roughness;
      material.sheen = look.sheen;
      material.sheenColor.set(look.sheenColor);
      uniforms.mottling.value = look.mottling;
      uniforms.bakedPower.value = look.baked;
      uniforms.hairColor.value.set(look.hair);
      uniforms.midlineColor.value.set(look.midline);
      uniforms.painted.value = hairline && landmarks !== null;
      if (landmarks === null) return;
      const at = (name: LandmarkName) => leftOf(landmarks, name);
      uniforms.midlineEnds.value.set(at('hairline')[1], at('c7')[1]);
      uniforms.browStart.value.set(at('brow')[0], at('brow')[1]);
      uniforms.browEnd.value.set(at('outer-canthus')[0], at('outer-canthus')[2]);
    },
  };
}

function leftOf(landmarks: readonly Landmark[], name: LandmarkName): Landmark['positionMm'] {
  const found = landmarks.find((landmark) => landmark.name === name && landmark.side !== 'right');
  if (found === undefined) throw new RangeError(`the head has no ${name}`);
  return found.positionMm;
}
