import { readFileSync } from 'node:fs';
import { buildModel } from '../../assets/head/pipeline/model';

/** Builds head and muscles anew from the source mesh and compares each file with the one that is kept: a row each. */
export async function proveHead(): Promise<readonly { name: string; tried: number; failed: number }[]> {
  return Object.entries(await buildModel()).map(([file, bytes]) => {
    const same = readFileSync(new URL(`../../assets/head/${file}`, import.meta.url)).equals(bytes);
    return { name: `models: ${file} is built again to the byte`, tried: 1, failed: same ? 0 : 1 };
  });
}
