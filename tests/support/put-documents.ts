import type { Page } from '@playwright/test';
import { fromBase64 } from '../../src/storage/bytes';
import { sealDocument } from '../../src/storage/documents';
import type { VaultHeader } from '../../src/storage/vault-header';
import { keysFrom } from '../../src/storage/vault-keys';

export type Document = { readonly kind: 'patient' | 'diary'; readonly id: string; readonly doc: unknown };

/** Lays documents in the vault of an open page behind the app's back, sealed as it would. The vault has no passphrase, and none of them is in it yet. */
export async function putDocuments(page: Page, documents: readonly Document[]): Promise<void> {
  const header = (await page.evaluate(inVault, { read: true, rows: [] })) as VaultHeader;
  const secret = header.lock.by === 'none' ? fromBase64(header.lock.secret) : null;
  if (secret === null) throw new Error('this vault has a passphrase');
  const keys = await keysFrom(secret);
  const savedAt = '2026-03-02T10:00:00+01:00';
  const sealed = await Promise.all(documents.map((one) => sealDocument(keys, { ...one, expected: 0, savedAt })));
  const rows = sealed.map(({ row }) => ({ ...row, iv: [...row.iv], data: [...row.data] }));
  await page.evaluate(inVault, { read: false, rows });
}

type Rows = readonly { readonly iv: readonly number[]; readonly data: readonly number[] }[];

/** Runs in the page: reads the header, or puts rows. */
async function inVault({ read, rows }: { readonly read: boolean; readonly rows: Rows }): Promise<unknown> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error('the vault could not be reached'));
      };
    });
  const db = await done(indexedDB.open('aliquot'));
  try {
    if (read) return await done(db.transaction('header').objectStore('header').get('vault'));
    const store = db.transaction('documents', 'readwrite').objectStore('documents');
    for (const row of rows) {
      await done(store.put({ ...row, iv: new Uint8Array(row.iv), data: new Uint8Array(row.data) }));
    }
    return null;
  } finally {
    db.close();
  }
}
