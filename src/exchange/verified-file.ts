import { err, ok, type Result } from '../protocol/words';
import { toBase64Url } from '../record/base64url';
import { canonicalText } from '../record/canonical';
import type { Bytes, CheckingPort } from '../record/crypto-port';
import type { SignedVersion } from '../record/signed-version';
import { sessionFileValue } from './session-file';
import { firstUnreadable, maxSignedFileBytes, signedFormatVersion, type SignedFileProblem } from './signed-file';

/**
 * The file that `toSignedFile` writes, byte for byte, of versions that `verify` has found to hold: for the many files of an
 * export. Each part of the record is put into canonical form once, and the file is not read back.
 */
export async function verifiedFile(
  versions: readonly SignedVersion[],
  app: string,
  crypto: Pick<CheckingPort, 'sha256'>,
): Promise<Result<Bytes, SignedFileProblem>> {
  const last = versions.at(-1);
  if (last === undefined) return err({ kind: 'Damaged', path: 'versions', what: 'empty' });
  const unreadable = firstUnreadable(versions);
  if (unreadable !== null) return err(unreadable);
  const said = sessionFileValue({ ...last.session, undone: [] }, app, signedFormatVersion(versions));
  // As it is read back from JSON, which has no fields that are undefined.
  const session = JSON.parse(JSON.stringify(said)) as object;
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries({ ...session, versions })) {
    const text = canonicalText(value);
    if (!text.ok) return err({ kind: 'Damaged', path: name, what: 'not an allowed value' });
    texts.set(name, text.value);
  }
  const seal = await crypto.sha256(new TextEncoder().encode(objectText(texts)));
  const bytes = new TextEncoder().encode(objectText(texts.set('seal', JSON.stringify(toBase64Url(seal)))));
  if (bytes.length > maxSignedFileBytes)
    return err({ kind: 'TooLarge', path: '', bytes: bytes.length, limit: maxSignedFileBytes });
  return ok(bytes);
}

/** The canonical text of an object whose fields are in that form already: in the order of their names. */
const objectText = (fields: ReadonlyMap<string, string>): string =>
  `{${[...fields.keys()]
    .sort()
    .map((name) => `${JSON.stringify(name)}:${fields.get(name) ?? ''}`)
    .join(',')}}`;
