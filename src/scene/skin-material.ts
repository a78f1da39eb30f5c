import { Color, MeshPhysicalMaterial } from 'three';
import { bustFade, bustUniform } from './bust-fade';

/** Value noise on a lattice, in object space (mm), smooth between cells. */
const noise = /* glsl */ `
uniform bool showPores;
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

/** Blood and melanin are uneven: a blotchiness of about a centimetre, three percent deep. */
const mottling = /* glsl */ `
float mottle = skinNoise(vSkin * 0.09) * 0.6 + skinNoise(vSkin * 0.23) * 0.4;
diffuseColor.rgb *= mix(vec3(1.03, 1.01, 1.0), vec3(0.97, 0.93, 0.92), mottle);`;

/**
 * Pores as a bump of about half a millimetre's grain, faded out where a pixel is larger than a pore. From far away
 * they are skipped for the whole frame: derivatives need every pixel to take the same branch.
 */
const pores = /* glsl */ `
{
  if (showPores) {
    float seen = 1.0 - smoothstep(0.2, 0.8, length(fwidth(vSkin)));
    float bump = (skinNoise(vSkin * 1.6) * 0.6 + skinNoise(vSkin * 3.1) * 0.4) * 0.12 * seen;
    vec3 dx = dFdx(-vViewPosition);
    vec3 dy = dFdy(-vViewPosition);
    vec3 r1 = cross(dy, normal);
    vec3 r2 = cross(normal, dx);
    float det = dot(dx, r1) * faceDirection;
    vec3 slope = sign(det) * (dFdx(bump) * r1 + dFdy(bump) * r2);
    normal = normalize(abs(det) * normal - slope);
  }
}`;

export type SkinMaterial = {
  readonly material: MeshPhysicalMaterial;
  /** Tells the shader how many mm of skin a pixel is at the head's distance. */
  readonly setPixel: (mm: number) => void;
  /** How much lower the shoulders lie than the standard head's, mm. */
  readonly setDrop: (mm: number) => void;
};

/** A pixel of a sloping patch of skin is wider than one that faces the viewer; past this nothing would show. */
const poreLimit = 0.55;

/** The skin: baked occlusion and tint come as vertex colours, mottling and pores from the shader. */
export function skinMaterial(): SkinMaterial {
  const showPores = { value: false };
  const bustDrop = { value: 0 };
  const material = new MeshPhysicalMaterial({
    roughness: 0.58,
    metalness: 0,
    sheen: 0.3,
    sheenRoughness: 0.55,
    sheenColor: new Color('#FFD9C6'),
    vertexColors: true,
    transparent: true,
  });
  material.onBeforeCompile = (shader) => {
    shader.uniforms['showPores'] = showPores;
    shader.uniforms['bustDrop'] = bustDrop;
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nvarying vec3 vSkin;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nvSkin = position;');
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', `#include <common>\n${bustUniform}\n${noise}`)
      .replace('#include <color_fragment>', `#include <color_fragment>\n${mottling}\n${bustFade('vSkin')}`)
      .replace('#include <normal_fragment_maps>', `#include <normal_fragment_maps>\n${pores}`);
  };
  return {
    material,
    setDrop: (mm) => {
      bustDrop.value = mm;
    },
    setPixel: (mm) => {
      showPores.value = mm < poreLimit;
    },
  };
}
