import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist } from '../vite/build-inputs';

/**
 * All JavaScript that is transferred until the sites can be operated, at most, kB of gzip. The goal is 300: docs/bench.md says
 * what is in it and why it is more.
 */
export const firstScriptKilobytes = 372;

const kilobyte = 1000;

export const gzipBytes = (path: string): number => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;

/** Files of the build together, by their paths in it, kB. */
export const packedKilobytes = (paths: readonly string[]): number =>
  paths.reduce((total, path) => total + gzipBytes(path), 0) / kilobyte;
