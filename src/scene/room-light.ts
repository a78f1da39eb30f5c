import { SphericalHarmonics3, Vector3 } from 'three';

/**
 * The soft light of three's RoomEnvironment as nine spherical harmonics (grey: the room has no colour). On skin as
 * rough as this it differs from the prefiltered environment by 5 % in most directions (14 % at worst), and it needs
 * neither the passes that prefilter one, most of the time to the first frame where WebGL runs in software, nor a
 * texture look-up for every pixel.
 * Made by projecting the room, seen from its middle, with three's LightProbeGenerator.
 */
const coefficients = [3.7119, 1.7183, 1.6268, 0.2877, 0.2338, 1.0789, 1.2682, -0.34, -0.6285];

export const roomLight = new SphericalHarmonics3().set(coefficients.map((c) => new Vector3(c, c, c)));
