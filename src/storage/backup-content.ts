import type { StoredDocument } from '../record/ports';
import { type Bytes, textOf } from './bytes';

export type BackupContent = {
  /** ISO 8601 with offset. */
  readonly madeAt: string;
  readonly documents: readonly StoredDocument[];
};

/** No backup unpacks to more bytes: no browser could have made its text. Chosen. */
const mostContentBytes = 500_000_000;

/**
 * What the gzipped bytes of a backup say; null where they say something else, or go on beyond `most` bytes. Whoever knows a passphrase
 * can make a file that opens: that it opens says nothing of what is in it.
 */
export async function readContent(packed: Bytes, most = mostContentBytes): Promise<BackupContent | null> {
  const bytes = await unpacked(packed, most);
  if (bytes === null) return null;
  try {
    const said: unknown = JSON.parse(textOf(bytes));
    return isContent(said) ? said : null;
  } catch {
    return null;
  }
}

/** Null where they are no gzip, or there is more than `most`, and nothing further is unpacked then. */
async function unpacked(packed: Bytes, most: number): Promise<Bytes | null> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Bytes[] = [];
  let length = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      length += piece.value.length;
      if (length > most) {
        await reader.cancel();
        return null;
      }
      parts.push(piece.value);
    }
  } catch {
    return null;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function isContent(said: unknown): said is BackupContent {
  return has(said, 'madeAt', 'string') && 'documents' in said && Array.isArray(said.documents)
    ? said.documents.every(isDocument)
    : false;
}

const isDocument = (one: unknown): boolean =>
  has(one, 'kind', 'string') &&
  has(one, 'id', 'string') &&
  has(one, 'savedAt', 'string') &&
  has(one, 'revision', 'number');

const has = (value: unknown, name: string, type: 'string' | 'number'): value is object =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) && typeof Reflect.get(value, name) === type;
