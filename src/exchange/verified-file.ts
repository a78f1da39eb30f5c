import { err, ok, type Result } from '../protocol/words';
import { toBase64Url } from '../record/base64url';
import { canonicalText } from '../record/canonical';
import type { Bytes, CheckingPort } from '../record/crypto-port';
import type { SignedVersion } from '../record/signed-version';
import { sessionFileValue } from './session-file';
import { maxSignedFileBytes, signedFormatVersion, type SignedFileProblem } from './signed-file';

/**
 * The file that `toSignedFile` writes, byte for byte, of versions that hold and can be read (`createCheckVersions` asks): for
 * the many files of an export. Each part of the record is put into canonical form once, or not at all where `known` has its text already (see `verify`),
 * and the file is not read back.
 */
export async function verifiedFile(
  versions: readonly SignedVersion[],
  app: string,
  crypto: Pick<CheckingPort, 'sha256'>,
  known = new Map<unknown, string>(),
): Promise<Result<Bytes, SignedFileProblem>> {
  const last = versions.at(-1);
  if (last === undefined) return err({ kind: 'Damaged', path: 'versions', what: 'empty' });
  const said = sessionFileValue({ ...last.session, undone: [] }, app, signedFormatVersion(versions)) as object;
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(said)) {
    if (value === undefined) continue;
    const there = typeof value === 'object' ? known.get(value) : undefined;
    const text = there === undefined ? canonicalText(value) : ok(there);
    // As it is read back from JSON, which has no fields that are undefined.
    const plain = text.ok ? text : canonicalText(JSON.parse(JSON.stringify(value)));
    if (!plain.ok) return err({ kind: 'Damaged', path: name, what: 'not an allowed value' });
    texts.set(name, plain.value);
    // The entries stand in the file twice: in the session beside the versions, and in the last of them.
    if (text.ok) known.set(value, text.value);
  }
  const all = versions.map((version) => textWith(version, known));
  if (!all.every((text) => text !== null))
    return err({ kind: 'Damaged', path: 'versions', what: 'not an allowed value' });
  texts.set('versions', `[${all.join(',')}]`);
  // The seal is over the file without it: what stands before and after it is written once.
  const names = [...texts.keys()].sort();
  const fields = (some: readonly string[]): string =>
    some.map((name) => fieldText(name, texts.get(name) ?? '')).join(',');
  const head = utf8(`{${fields(names.filter((name) => name < 'seal'))},`);
  const tail = utf8(`${fields(names.filter((name) => name > 'seal'))}}`);
  const seal = await crypto.sha256(joined(head, tail));
  const bytes = joined(head, utf8(`${fieldText('seal', JSON.stringify(toBase64Url(seal)))},`), tail);
  if (bytes.length > maxSignedFileBytes)
    return err({ kind: 'TooLarge', path: '', bytes: bytes.length, limit: maxSignedFileBytes });
  return ok(bytes);
}

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let there = 0;
  for (const part of parts) {
    whole.set(part, there);
    there += part.length;
  }
  return whole;
}

/** The canonical text of a version, of whose session some parts are in that form already; null where it has none. */
function textWith(version: SignedVersion, known: ReadonlyMap<unknown, string>): string | null {
  const part = (value: unknown): string | null => {
    const there = typeof value === 'object' ? known.get(value) : undefined;
    if (there !== undefined) return there;
    const text = canonicalText(value);
    return text.ok ? text.value : null;
  };
  const textOf = (value: object, inner: (name: string, value: unknown) => string | null): string | null => {
    const fields = Object.entries(value).map(([name, one]) => [name, inner(name, one)] as const);
    return fields.every((field): field is readonly [string, string] => field[1] !== null)
      ? objectText(new Map(fields))
      : null;
  };
  return textOf(version, (name, value) =>
    name === 'session' && !known.has(value) ? textOf(version.session, (_name, one) => part(one)) : part(value),
  );
}

const fieldText = (name: string, text: string): string => `${JSON.stringify(name)}:${text}`;

/** The canonical text of an object whose fields are in that form already: in the order of their names. */
const objectText = (fields: ReadonlyMap<string, string>): string =>
  `{${[...fields.keys()]
    .sort()
    .map((name) => fieldText(name, fields.get(name) ?? ''))
    .join(',')}}`;
