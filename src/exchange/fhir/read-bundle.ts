import type { HeadRef } from '../../anatomy/anchor';
import { err, ok, type Result } from '../../protocol/words';
import type { Bytes, CheckingPort } from '../../record/crypto-port';
import { parseJson } from '../json-text';
import { maxSignedFileBytes, type ReadSignedFile, readSignedFile, type SignedFileProblem } from '../signed-file';
import { fromBase64 } from './answered';
import { recordType } from './document';
import { identifierSystem, readVersionHash, readVersionValue, values } from './identifiers';

/** Larger Bundles are not read: a record in base64 is a third longer, and a note and the resources come with it. Chosen. */
export const maxBundleBytes = 2 * maxSignedFileBytes;

/** Why no record was taken out of a Bundle. */
export type BundleProblem =
  | { readonly kind: 'BundleTooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'NotABundle' }
  /** A Bundle of a kind that holds no resources as they are. */
  | { readonly kind: 'OtherBundle'; readonly type: string }
  /** No document of ours in it. */
  | { readonly kind: 'NoSignedRecord' }
  | { readonly kind: 'SeveralSessions'; readonly count: number }
  /** A document of ours whose bytes are not in it: a server may keep them at an address of its own, `url` where it tells one. */
  | {
      readonly kind: 'BytesElsewhere';
      readonly session: string;
      readonly version: number;
      readonly url: string | null;
    }
  | { readonly kind: 'NotBase64'; readonly session: string; readonly version: number }
  /** The record holds, and is another than its document says. */
  | { readonly kind: 'OtherRecord'; readonly session: string; readonly version: number };

/** The record of a session as a document of a Bundle holds it; nothing of it is verified yet. */
export type FoundRecord = { readonly session: string; readonly version: number; readonly bytes: Bytes };

export type BundledFile = ReadSignedFile & { readonly bytes: Bytes };

/** Kinds of Bundle whose entries are resources. */
const read = ['transaction', 'searchset', 'collection'];

/** Does the JSON say that it is a Bundle of FHIR? */
export const isBundle = (value: unknown): boolean => fieldOf(value, 'resourceType') === 'Bundle';

/**
 * The signed records in a Bundle, one a session: of several versions the last, which holds those before it. The bytes are for
 * `readSignedFile` to verify. An empty list is an answer: a searchset may have found nothing.
 */
export function signedRecordsIn(bundle: unknown): Result<readonly FoundRecord[], BundleProblem> {
  if (!isBundle(bundle)) return err({ kind: 'NotABundle' });
  const type = fieldOf(bundle, 'type');
  if (typeof type !== 'string' || !read.includes(type)) return err({ kind: 'OtherBundle', type: String(type) });
  const latest = new Map<string, Document>();
  for (const entry of listOf(bundle, 'entry')) {
    const document = documentIn(fieldOf(entry, 'resource'));
    if (document === null) continue;
    const kept = latest.get(document.session);
    if (kept === undefined || document.version > kept.version) latest.set(document.session, document);
  }
  const found: FoundRecord[] = [];
  for (const { session, version, data, url } of latest.values()) {
    if (typeof data !== 'string')
      return err({ kind: 'BytesElsewhere', session, version, url: typeof url === 'string' ? url : null });
    const bytes = fromBase64(data);
    if (bytes === null) return err({ kind: 'NotBase64', session, version });
    found.push({ session, version, bytes });
  }
  return ok(found);
}

/** Reads the one signed record in a Bundle of ours, from its text, and verifies all of it (`readSignedFile`). Never throws. */
export async function readBundle(
  text: string,
  crypto: CheckingPort,
  head?: HeadRef,
): Promise<Result<BundledFile, BundleProblem | SignedFileProblem>> {
  if (text.length > maxBundleBytes) return err({ kind: 'BundleTooLarge', bytes: text.length, limit: maxBundleBytes });
  const json = parseJson(text);
  if (!json.ok) return err({ path: '', ...json.error });
  const records = signedRecordsIn(json.value);
  if (!records.ok) return records;
  const [found, ...others] = records.value;
  if (found === undefined) return err({ kind: 'NoSignedRecord' });
  if (others.length > 0) return err({ kind: 'SeveralSessions', count: records.value.length });
  return readFound(found, crypto, head);
}

/** Verifies a record that was found in a Bundle, and that it is the one its document says. */
export async function readFound(
  { session, version, bytes }: FoundRecord,
  crypto: CheckingPort,
  head?: HeadRef,
): Promise<Result<BundledFile, BundleProblem | SignedFileProblem>> {
  const file = await readSignedFile(bytes, crypto, head);
  if (!file.ok) return file;
  const same = file.value.session.id === session && file.value.versions.length === version;
  return same ? ok({ ...file.value, bytes }) : err({ kind: 'OtherRecord', session, version });
}

type Document = {
  readonly session: string;
  readonly version: number;
  /** As an identifier names it, if one does. */
  readonly hash: string | null;
  /** The signed record, in base64 if it is here. */
  readonly data: unknown;
  /** Where it lies, if it is not here. */
  readonly url: unknown;
};

/** The documents of versions in a Bundle, whatever else it holds. */
export const documentsIn = (bundle: unknown): readonly Document[] =>
  listOf(bundle, 'entry').flatMap((entry) => documentIn(fieldOf(entry, 'resource')) ?? []);

/** The hash of a version as the signed record of a document has it, unverified; null where it cannot be read. */
export function hashInRecord({ data }: Pick<Document, 'data'>, version: number): string | null {
  const bytes = typeof data === 'string' ? fromBase64(data) : null;
  if (bytes === null) return null;
  const json = parseJson(new TextDecoder().decode(bytes));
  const hash = json.ok ? fieldOf(listOf(json.value, 'versions')[version - 1], 'hash') : null;
  return typeof hash === 'string' ? hash : null;
}

/** The document of a version in a resource; null where it is none of ours. */
function documentIn(resource: unknown): Document | null {
  if (fieldOf(resource, 'resourceType') !== 'DocumentReference') return null;
  const own = listOf(resource, 'identifier').flatMap((identifier) => {
    const value = fieldOf(identifier, 'value');
    return fieldOf(identifier, 'system') === identifierSystem && typeof value === 'string' ? [value] : [];
  });
  const named = own.map(readVersionValue).find((one) => one !== null);
  if (named === undefined) return null;
  const version = values.version(named.session, named.version);
  const hash = own.map((value) => readVersionHash(value, version)).find((one) => one !== null) ?? null;
  const attachments = listOf(resource, 'content').map((content) => fieldOf(content, 'attachment'));
  const record = attachments.find((one) => fieldOf(one, 'contentType') === recordType);
  return { ...named, hash, data: fieldOf(record, 'data'), url: fieldOf(record, 'url') };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list : [];
}
