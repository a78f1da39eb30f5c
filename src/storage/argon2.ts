import { argon2id } from 'hash-wasm';
import type { Bytes } from './bytes';

/** How dear one try of a passphrase is. Kept beside the salt, so that it can rise without a migration. */
export type Cost = { readonly memoryKiB: number; readonly iterations: number };

/** 32 bytes from a passphrase. A file of its own: nobody needs Argon2 before a passphrase is typed. */
export async function stretch(passphrase: string, salt: Bytes, cost: Cost): Promise<Bytes> {
  const key = await argon2id({
    // The same letters typed on another keyboard are the same passphrase.
    password: passphrase.normalize('NFKC'),
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.iterations,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  return new Uint8Array(key);
}
