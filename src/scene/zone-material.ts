import { Color, ShaderMaterial } from 'three';
import { bustFade, bustUniform } from './bust-fade';
import type { Theme } from './palette';
import { zoneInk, zoneKinds } from './zone-palette';

/**
 * Draws the ribbons: a thin line along the course, and around it the spread as a wash with a faint edge. Everything is
 * pulled `lift` mm toward the viewer in depth alone, so that it lies on the skin (or the muscles that rise from it)
 * without fighting it, and stays hidden behind the head.
 */
const vertexShader = /* glsl */ `
attribute vec3 course;
attribute vec4 mark;
uniform float lift;
varying vec3 vCourse;
varying vec4 vMark;
varying vec3 vAt;
varying float vFacing;
void main() {
  vCourse = course;
  vMark = mark;
  vAt = position;
  vec4 seen = modelViewMatrix * vec4(position, 1.0);
  vFacing = dot(normalize(normalMatrix * normal), normalize(-seen.xyz));
  gl_Position = projectionMatrix * seen;
  vec4 nearer = projectionMatrix * (seen + vec4(0.0, 0.0, lift, 0.0));
  gl_Position.z = nearer.z / nearer.w * gl_Position.w;
}`;

const fragmentShader = /* glsl */ `
${bustUniform}
uniform vec3 cores[4];
uniform vec3 casings[4];
uniform vec3 bands[4];
uniform float focus;
varying vec3 vCourse;
varying vec4 vMark;
varying vec3 vAt;
varying float vFacing;
void main() {
  float across = abs(vCourse.x);
  float beyond = max(max(-vCourse.y, vCourse.y - vCourse.z), 0.0);
  float d = length(vec2(across, beyond));
  float spread = vMark.x;
  int kind = int(vMark.z + 0.5);
  float chosen = abs(vMark.y - focus) < 0.5 ? 1.0 : 0.0;
  float others = focus < -0.5 ? 1.0 : 0.55;
  float strength = mix(others, 1.0, chosen);
  // One pixel in mm, so that lines are as thin as they can be drawn from anywhere.
  float pixel = max(fwidth(vCourse.x), 1e-3);

  float inside = 1.0 - smoothstep(spread - pixel, spread, d);
  float edge = inside * smoothstep(spread - 2.5 * pixel, spread - 1.0 * pixel, d);
  // The lung's width is a caution, not a measured spread: it is as likely at its edge as in its middle.
  float wash = inside * mix(kind == 3 ? 0.26 : 0.20, kind == 3 ? 0.22 : 0.07, clamp(d / spread, 0.0, 1.0));
  float band = (wash * mix(1.0, kind == 3 ? 1.5 : 2.2, chosen) + edge * mix(0.22, 0.6, chosen)) * strength;

  float dash = kind < 2 ? 1.0 : step(fract(vCourse.y / 5.0), kind == 2 ? 0.62 : 0.4);
  float ends = beyond > 0.0 ? 0.0 : 1.0;
  float half_ = max(kind == 1 ? 0.45 : 0.32, 0.75 * pixel) * mix(1.0, 1.5, chosen);
  float core = (1.0 - smoothstep(half_ - 0.5 * pixel, half_ + 0.5 * pixel, across)) * ends * dash;
  float rim = half_ + 0.75 * pixel;
  float casing = (1.0 - smoothstep(rim - 0.5 * pixel, rim + 0.5 * pixel, across)) * ends * dash;

  // Where a course goes on past what is drawn, it fades out.
  float fade = vMark.w < 0.5 ? 1.0 : 1.0 - smoothstep(vCourse.z - 16.0, vCourse.z + 2.0, vCourse.y);
  // Toward the horizon of the head the ribbon would show as a thick edge.
  float turned = smoothstep(0.02, 0.2, vFacing);
  float line = max(core, casing * 0.7) * mix(0.75, 1.0, strength) * fade * turned;
  band *= fade * turned;
  float alpha = line + band * (1.0 - line);
  if (alpha < 0.004) discard;
  vec3 ink = mix(casings[kind], cores[kind], core);
  vec4 diffuseColor = vec4(mix(bands[kind], ink, line / max(alpha, 1e-3)), alpha);
  ${bustFade('vAt')}
  gl_FragColor = diffuseColor;
  #include <colorspace_fragment>
}`;

/** How far the ribbons are pulled forward, mm: over the skin of either head, and over the thickest muscle. */
const lifts = { skin: 2.5, muscles: 12 } as const;

export type ZoneMaterial = {
  readonly material: ShaderMaterial;
  readonly set: (how: {
    readonly theme: Theme;
    readonly layer: keyof typeof lifts;
    /** The number of the zone that stands out; null for none. Both sides of a zone share it. */
    readonly focus: number | null;
    /** How much lower than the standard head's the shoulders lie, mm. */
    readonly drop: number;
  }) => void;
};

/**
 * One material for all ribbons of a map: `set` changes its uniforms alone. Until then all inks are white, it lies on
 * the skin, and no zone stands out.
 */
export function zoneMaterial(): ZoneMaterial {
  const uniforms = {
    lift: { value: lifts.skin as number },
    focus: { value: -1 },
    bustDrop: { value: 0 },
    cores: { value: zoneKinds.map(() => new Color()) },
    casings: { value: zoneKinds.map(() => new Color()) },
    bands: { value: zoneKinds.map(() => new Color()) },
  };
  const material = new ShaderMaterial({
    uniforms,
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
  });
  return {
    material,
    set: ({ theme, layer, focus, drop }) => {
      uniforms.bustDrop.value = drop;
      uniforms.lift.value = lifts[layer];
      uniforms.focus.value = focus ?? -1;
      zoneKinds.forEach((kind, i) => {
        const ink = zoneInk(kind, theme);
        uniforms.cores.value[i]?.set(ink.core);
        uniforms.casings.value[i]?.set(ink.casing);
        uniforms.bands.value[i]?.set(layer === 'muscles' ? (ink.bandOnMuscle ?? ink.band) : ink.band);
      });
    },
  };
}
