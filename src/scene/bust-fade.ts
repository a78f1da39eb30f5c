/**
 * Where the bust dissolves, mm in the standard head's frame: solid above, gone below. It ends in no edge from any side,
 * and needs no cap. Blending is in order without sorting, because only skin that faces the viewer is drawn down there
 * and nothing lies behind it.
 */
const solid = -172;
const gone = -252;

/** How much lower than the standard head's the shoulders lie, mm; a longer neck takes them down. */
export const bustUniform = /* glsl */ `uniform float bustDrop;`;

/** GLSL that thins `diffuseColor` by the height of `position`, a vec3 in mm. Needs `bustUniform`. */
export const bustFade = (position: string): string =>
  `diffuseColor.a *= smoothstep(${gone.toFixed(1)}, ${solid.toFixed(1)}, ${position}.y + bustDrop);`;
