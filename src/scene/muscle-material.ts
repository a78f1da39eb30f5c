import { DoubleSide, MeshPhysicalMaterial } from 'three';
import { bumpedNormal } from './bumped-normal';
import { bustFade, bustUniform } from './bust-fade';
import { heatPaint } from './heat-paint';

/**
 * Fibres as layered noise across the sheet. uv.x is centimetres across the fibres, uv.y runs 0 to 1 along them.
 * Each octave fades out before its fibres are two pixels wide: the relief is taken from differences between pixels,
 * and finer fibres would turn into rows of dots. So the shading stays crisp and never shimmers.
 */
const fibres = /* glsl */ `
varying float vTendon;
varying vec3 vMuscle;
float fibreHash(float n) { return fract(sin(n * 127.1) * 43758.5453); }
float fibreNoise(float x) {
  float i = floor(x);
  float f = fract(x);
  f = f * f * (3.0 - 2.0 * f);
  return mix(fibreHash(i), fibreHash(i + 1.0), f);
}
float fibreAt(vec2 p) {
  float sway = 0.10 * sin(p.y * 9.0 + p.x * 1.3) + 0.05 * sin(p.y * 23.0);
  float pixel = fwidth(p.x);
  float bundle = fibreNoise(p.x * 3.6 + sway * 0.8 + 3.0) - 0.5;
  float coarse = (fibreNoise(p.x * 9.0 + sway * 2.0) - 0.5) * (1.0 - smoothstep(0.35, 0.9, pixel * 9.0));
  float middle = (fibreNoise(p.x * 26.0 + sway * 5.0 + 11.0) - 0.5) * (1.0 - smoothstep(0.25, 0.65, pixel * 26.0));
  float fine = (fibreNoise(p.x * 64.0 + p.y * 3.0) - 0.5) * (1.0 - smoothstep(0.18, 0.42, pixel * 64.0));
  return 0.5 + 0.34 * bundle + 0.5 * coarse + 0.36 * middle + 0.2 * fine;
}`;

/** Red flesh to ivory tendon; where they meet, fibre by fibre, so that the border is ragged as in an atlas plate. */
const flesh = /* glsl */ `
float fibre = fibreAt(vUv);
vec3 red = mix(vec3(0.20, 0.020, 0.018), vec3(0.60, 0.125, 0.095), smoothstep(0.18, 0.82, fibre));
vec3 ivory = mix(vec3(0.62, 0.52, 0.40), vec3(0.86, 0.78, 0.66), fibre);
float ragged = vTendon * 1.15 + (fibre - 0.5) * 0.8 * vTendon * (1.0 - vTendon) * 4.0;
diffuseColor.rgb = mix(red, ivory, clamp(ragged, 0.0, 1.0));`;

/** Where it hurts, over the muscle that lies there; what no pain was put on has none. */
const heat = /* glsl */ `
{
  vec3 vSkin = vMuscle;
  float pixelMm = length(fwidth(vMuscle));
  ${heatPaint.fragment.paint}
}`;

const relief = /* glsl */ `
{
  float bump = fibre * 0.32 * (1.0 - 0.6 * vTendon);
  ${bumpedNormal}
}`;

export type MuscleMaterial = {
  readonly material: MeshPhysicalMaterial;
  /** How much lower the shoulders lie than the standard head's, mm. */
  readonly setDrop: (mm: number) => void;
};

/** The muscle sheets: the tendon's share comes as vertex colour (red channel), the fibres from the shader. */
export function muscleMaterial(): MuscleMaterial {
  const bustDrop = { value: 0 };
  const material = new MeshPhysicalMaterial({
    roughness: 0.48,
    metalness: 0,
    clearcoat: 0.18,
    clearcoatRoughness: 0.45,
    side: DoubleSide,
    transparent: true,
    // Blended back and front in turn, as three does otherwise, the sheets would cost two draws for no difference.
    forceSinglePass: true,
  });
  material.defines = { ...material.defines, USE_UV: '' };
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, heatPaint.uniforms, { bustDrop });
    shader.vertexShader = shader.vertexShader
      .replace(
        '#include <common>',
        '#include <common>\nattribute vec3 color;\nvarying float vTendon;\nvarying vec3 vMuscle;' +
          heatPaint.vertex.declare,
      )
      .replace(
        '#include <begin_vertex>',
        `#include <begin_vertex>\nvTendon = color.r;\nvMuscle = position;${heatPaint.vertex.set}`,
      );
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', `#include <common>\n${bustUniform}\n${fibres}\n${heatPaint.fragment.declare}`)
      .replace('#include <map_fragment>', `${flesh}\n${heat}\n${bustFade('vMuscle')}`)
      .replace('#include <normal_fragment_maps>', `#include <normal_fragment_maps>\n${relief}`);
  };
  return {
    material,
    setDrop: (mm) => {
      bustDrop.value = mm;
    },
  };
}
