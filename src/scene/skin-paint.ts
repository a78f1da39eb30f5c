/**
 * What can be painted on the skin for placing, as GLSL: a hairline of shaved hair, brows stroke by stroke, and the
 * midline. Drawing aids, translucent, so that markers and muscles read through them. Lengths in mm.
 */

/** Uniforms and varyings of the fragment shader. `skinNoise` and `vSkin` are the skin's own. */
export const paintDeclarations = /* glsl */ `
uniform bool painted;
uniform vec3 hairColor;
uniform vec3 midlineColor;
/** Heights of the hairline in front and of C7, between which the midline runs; medial brow (x, y); outer canthus (x, z). */
uniform vec2 midlineEnds;
uniform vec2 browStart;
uniform vec2 browEnd;
varying float vHairline;`;

/** The baked brow is a smudge that the tint takes out of the skin's colour by these shares (pipeline/tint.ts). */
const browShares = 'vec3(0.42, 0.47, 0.48)';

/**
 * Turns the baked brow into strokes: `baked` is the tint at this point. Hairs rise steeply at the medial end and lie
 * down toward the tail.
 */
export const browStrokes = /* glsl */ `
if (painted) {
  // Taken where every pixel takes the same branch.
  float pixel = length(fwidth(vSkin));
  float bx = abs(vSkin.x);
  float along = (bx - browStart.x) / (browEnd.x - browStart.x);
  float near = smoothstep(-0.45, -0.2, along) * (1.0 - smoothstep(1.3, 1.5, along))
    * smoothstep(browStart.y - 15.0, browStart.y - 11.0, vSkin.y) * (1.0 - smoothstep(browStart.y + 7.0, browStart.y + 10.0, vSkin.y))
    * step(browEnd.y - 30.0, vSkin.z);
  float brow = near * clamp((0.985 - baked.r) / 0.36, 0.0, 1.0);
  if (brow > 0.01) {
    float turn = mix(1.15, -0.35, smoothstep(-0.1, 1.0, along));
    vec2 p = vec2(bx, vSkin.y) - (browStart + vec2(14.0, 0.0));
    vec2 hair = vec2(cos(turn), sin(turn));
    float across = p.y * hair.x - p.x * hair.y;
    float coarse = (skinNoise(vec3(across * 2.6, dot(p, hair) * 0.2, 3.0)) - 0.5) * (1.0 - smoothstep(0.4, 0.9, pixel));
    float fine = (skinNoise(vec3(across * 6.1, dot(p, hair) * 0.26, 9.0)) - 0.5) * (1.0 - smoothstep(0.14, 0.4, pixel));
    float stroke = clamp(0.5 + 1.1 * coarse + 1.2 * fine, 0.0, 1.0);
    vec3 bare = baked / (1.0 - ${browShares} * brow);
    baked = mix(bare, bare * hairColor * 1.6, clamp(brow * mix(0.18, 1.15, stroke), 0.0, 0.84));
  }
}`;

/** Over the finished colour of the skin. The midline is always there, fainter: it parts left from right. */
export const hairAndMidline = /* glsl */ `
float pixelMm = length(fwidth(vSkin));
if (painted) {
  float ragged = vHairline + (skinNoise(vSkin * 0.12) - 0.5) * 5.0 + (skinNoise(vSkin * 0.9) - 0.5) * 5.0;
  float inside = smoothstep(-4.5, 8.0, ragged);
  float grain = mix(0.5, skinNoise(vSkin * 1.9), 1.0 - smoothstep(0.35, 0.9, pixelMm));
  float rim = exp(-max(ragged, 0.0) / 16.0);
  diffuseColor.rgb = mix(diffuseColor.rgb, hairColor, inside * mix(0.26, 0.44, rim) * (0.62 + 0.76 * grain));
}
{
  float width = max(0.18, 0.45 * pixelMm);
  float line = 1.0 - smoothstep(width, width + 0.7 * pixelMm, abs(vSkin.x));
  float way = vSkin.y < -10.0 ? vSkin.y : 95.0 * atan(vSkin.z, vSkin.y - 20.0);
  float dash = step(fract(way / 9.0), 0.6);
  float over = max(step(midlineEnds.x, vSkin.y), step(vSkin.z, -30.0) * step(midlineEnds.y, vSkin.y));
  diffuseColor.rgb = mix(diffuseColor.rgb, midlineColor, (painted ? 0.6 : 0.34) * line * dash * over);
}`;
