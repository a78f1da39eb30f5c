import canonicalize from 'canonicalize';
import { err, ok, type Result } from '../protocol/words';
import { pathText } from './damage';

/** Why a value has no exact canonical form. JSON would drop it, change it, or not end. */
export type NotCanonicalKind =
  | 'undefined'
  | 'not a finite number'
  | 'half a character'
  | 'not a JSON value'
  | 'a forbidden name'
  | 'nested too deep';
export type NotCanonical = { readonly path: string; readonly what: NotCanonicalKind };

/** As deep as a file may be nested; also what ends a value that contains itself. */
const deepest = 64;

/**
 * The canonical JSON text of a value (RFC 8785): the same for the same value, whatever the order of its fields was.
 * What JSON cannot carry exactly is refused with its path and never left out. Negative zero is written as `0`, as the
 * RFC demands (its appendix B): no length or direction here tells the two apart.
 */
export function canonicalText(value: unknown): Result<string, NotCanonical> {
  const found = inexact(value, 0);
  if (found !== null) return err({ path: pathText(found.keys), what: found.what });
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a JSON value without canonical text');
  return ok(text);
}

/** The same as the bytes that are hashed and signed: UTF-8. */
export function canonicalBytes(value: unknown): Result<Uint8Array<ArrayBuffer>, NotCanonical> {
  const text = canonicalText(value);
  return text.ok ? ok(new TextEncoder().encode(text.value)) : text;
}

type Found = { readonly keys: readonly PropertyKey[]; readonly what: NotCanonicalKind };

/** Looks for what JSON would silently change. The path is put together on the way back: most values have no problem. */
function inexact(value: unknown, depth: number): Found | null {
  const no = (what: NotCanonicalKind): Found => ({ keys: [], what });
  switch (typeof value) {
    case 'boolean':
      return null;
    case 'string':
      return isBroken(value) ? no('half a character') : null;
    case 'number':
      return Number.isFinite(value) ? null : no('not a finite number');
    case 'undefined':
      return no('undefined');
    case 'object':
      break;
    default:
      return no('not a JSON value');
  }
  if (value === null) return null;
  if (depth >= deepest) return no('nested too deep');
  if (!isPlain(value)) return no('not a JSON value');
  const names = Object.keys(value);
  if (Array.isArray(value)) {
    // A hole is read as undefined; names besides the items would be lost.
    if (names.length > value.length) return no('not a JSON value');
    for (let index = 0; index < value.length; index += 1) {
      const found = inexact(value[index], depth + 1);
      if (found !== null) return { ...found, keys: [index, ...found.keys] };
    }
    return null;
  }
  for (const name of names) {
    const found = badName(name) ?? inexact(Reflect.get(value, name), depth + 1);
    if (found !== null) return { ...found, keys: [name, ...found.keys] };
  }
  return null;
}

function badName(name: string): Found | null {
  if (name === '__proto__') return { keys: [], what: 'a forbidden name' };
  return isBroken(name) ? { keys: [], what: 'half a character' } : null;
}

/** Half of a surrogate pair alone: no text that UTF-8 could carry. */
const isBroken = (text: string): boolean => /\p{Surrogate}/u.test(text);

/** A list, or an object with no behaviour of its own: a Date or a Map would be written as something else. */
function isPlain(value: object): boolean {
  const maker: unknown = Object.getPrototypeOf(value);
  return (
    (Array.isArray(value) || maker === Object.prototype || maker === null) &&
    Object.getOwnPropertySymbols(value).length === 0
  );
}
