import { BufferAttribute, type BufferGeometry, Color } from 'three';
import { type Dab, depthMargin, depthOver, painOver } from '../anatomy/pain-heat';
import { heatInk } from './heat-ink';
import type { SkinPaint } from './skin-material';

/** The attributes that say by vertex how much it hurts there, 0 to 1, and how deep inside the edge it lies. */
const names = { pain: 'pain', depth: 'painDepth' } as const;

/**
 * Heat over the finished colour of the skin, deeper where it hurts more, under stripes, with a double line at its edge,
 * one dark and one light: on any skin it is told by more than its hue. Lengths in mm; `pixelMm` and `vSkin` (the place) are the painted material's own.
 */
export const heatPaint: SkinPaint = {
  uniforms: {
    heatColor: { value: new Color(heatInk.fill) },
    heatDeep: { value: new Color(heatInk.deep) },
    heatDark: { value: new Color(heatInk.dark) },
    heatLight: { value: new Color(heatInk.light) },
  },
  vertex: {
    declare: '\nattribute float pain;\nattribute float painDepth;\nvarying float vPain;\nvarying float vDepth;',
    set: '\nvPain = pain;\nvDepth = painDepth;',
  },
  fragment: {
    declare: /* glsl */ `
uniform vec3 heatColor;
uniform vec3 heatDeep;
uniform vec3 heatDark;
uniform vec3 heatLight;
varying float vPain;
varying float vDepth;`,
    paint: /* glsl */ `
{
  float onePixel = max(fwidth(vDepth), 1e-3);
  float past = (vDepth - ${depthMargin.toFixed(1)}) / onePixel;
  float inside = smoothstep(-0.5, 0.5, past);
  float deep = smoothstep(0.1, 1.0, vPain);
  vec3 warm = mix(diffuseColor.rgb, heatColor, mix(0.42, 0.8, deep));
  // No part of the head that is looked at faces along the stripes' own direction.
  float across = abs(fract(dot(vSkin, vec3(0.5, -0.8, 0.33)) / 4.2) - 0.5) * 4.2;
  float soft = 0.5 * pixelMm;
  float half_ = mix(0.35, 0.95, deep);
  float stripe = 1.0 - smoothstep(half_ - soft, half_ + soft, across);
  warm = mix(warm, heatDeep, 0.62 * stripe * (1.0 - smoothstep(1.2, 2.6, pixelMm)));
  diffuseColor.rgb = mix(diffuseColor.rgb, warm, inside);
  float light = smoothstep(-0.5, 0.5, past) * (1.0 - smoothstep(1.8, 2.8, past));
  float dark = smoothstep(-2.8, -1.8, past) * (1.0 - smoothstep(-0.5, 0.5, past));
  diffuseColor.rgb = mix(diffuseColor.rgb, heatLight, 0.9 * light);
  diffuseColor.rgb = mix(diffuseColor.rgb, heatDark, 0.9 * dark);
}`,
  },
};

/** Puts pain on a geometry for `heatPaint`; gives how many vertices it reaches. */
export function heatOver(geometry: BufferGeometry, dabs: readonly Dab[]): number {
  const points = geometry.getAttribute('position');
  const pain = painOver(dabs, points.array, new Float32Array(points.count));
  put(geometry, names.pain, pain);
  put(geometry, names.depth, depthOver(dabs, points.array, new Float32Array(points.count)));
  return pain.reduce((count, one) => (one > 0 ? count + 1 : count), 0);
}

/** Takes it off again. Shared with other heads' geometry otherwise: each gets its own. */
export function withoutHeat(geometry: BufferGeometry): void {
  for (const name of Object.values(names)) geometry.deleteAttribute(name);
}

/** Gives a geometry one number a vertex, in place of those before where there are any. */
function put(geometry: BufferGeometry, name: string, values: Float32Array): void {
  const known = geometry.hasAttribute(name) ? geometry.getAttribute(name) : null;
  if (known instanceof BufferAttribute && known.array.length === values.length) {
    known.array.set(values);
    known.needsUpdate = true;
  } else geometry.setAttribute(name, new BufferAttribute(values, 1));
}
