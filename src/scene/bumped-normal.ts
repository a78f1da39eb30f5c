/**
 * Tilts `normal` by the slope of `bump`, mm, as it changes from pixel to pixel: the way of three.js's own bump map, for a bump
 * that is worked out and not read from a picture. For the place of `normal_fragment_maps`.
 */
export const bumpedNormal = /* glsl */ `vec3 dx = dFdx(-vViewPosition);
vec3 dy = dFdy(-vViewPosition);
vec3 r1 = cross(dy, normal);
vec3 r2 = cross(normal, dx);
float det = dot(dx, r1) * faceDirection;
vec3 slope = sign(det) * (dFdx(bump) * r1 + dFdy(bump) * r2);
normal = normalize(abs(det) * normal - slope);`;
