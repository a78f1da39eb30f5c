import type { Session } from '../../src/record/session';
import { listingOf } from '../../src/record/listing';
import type { SignedVersion } from '../../src/record/signed-version';
import { versionId } from '../../src/record/version-id';
import { sealDocuments, type Sealing, writeSealed } from '../../src/storage/documents';
import { blockIdOf, listingRow } from '../../src/storage/listing-blocks';
import type { KeptRecords } from '../../src/storage/open-records';
import { rowKey } from '../../src/storage/vault-keys';

export const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** A session to be kept, with its first version where it is signed. */
export type Filling = { readonly session: Session; readonly version?: SignedVersion };

/** Fills the empty vault with `count` sessions, each listed as signed once, some hundred a transaction. */
export async function fillVault(
  { vault, connection }: Pick<KeptRecords, 'vault' | 'connection'>,
  count: number,
  savedAt: string,
  make: (n: number) => Promise<Filling>,
): Promise<void> {
  const access = value(await vault.access());
  const blocks = new Map<string, Record<string, unknown>>();
  const write = async (sealings: readonly Sealing[]) => {
    const sealed = value(await sealDocuments(access.keys, sealings));
    value(await writeSealed(connection, sealed, 'relaxed', () => true));
  };
  for (let from = 0; from < count; from += 250) {
    const numbers = Array.from({ length: Math.min(250, count - from) }, (_, n) => from + n);
    const some = await Promise.all(numbers.map(make));
    await write(
      some.flatMap(({ session, version }): readonly Sealing[] => [
        { kind: 'session', id: session.id, doc: session, expected: 0, savedAt },
        ...(version === undefined
          ? []
          : [{ kind: 'signed-version', id: versionId(session.id, 1), doc: version, expected: 0, savedAt } as const]),
      ]),
    );
    for (const { session } of some) {
      const key = await rowKey(access.keys, 'session', session.id);
      const block = blocks.get(blockIdOf(key)) ?? {};
      block[key] = listingRow(1, listingOf(session, savedAt, true, 1));
      blocks.set(blockIdOf(key), block);
    }
  }
  await write([...blocks].map(([id, doc]) => ({ kind: 'listing', id, doc, expected: 0, savedAt })));
}
