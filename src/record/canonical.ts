import canonicalize from 'canonicalize';
import { err, ok, type Result } from '../protocol/words';
import { pathText } from './damage';

/** Why a value has no exact canonical form. JSON would drop it, change it, or not end. */
type NotCanonicalKind =
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
  return textAt(value, 0);
}

/**
 * The same of an object, put together of the texts of its fields, which are kept in `known` for whoever writes the same parts down
 * again. The fields named in `into` are taken apart in the same way, each within the one before.
 */
export function canonicalParts(
  value: object,
  known: Map<unknown, string>,
  into: readonly string[] = [],
  depth = 0,
): Result<string, NotCanonical> {
  if (!isPlain(value) || Array.isArray(value)) return textAt(value, depth);
  const fields: string[] = [];
  for (const name of Object.keys(value).sort()) {
    const bad = badName(name);
    if (bad !== null) return err({ path: pathText([name]), what: bad.what });
    const part = (value as Readonly<Record<string, unknown>>)[name];
    const [inner, ...rest] = into;
    const isObject = typeof part === 'object' && part !== null;
    const text = isObject && name === inner ? canonicalParts(part, known, rest, depth + 1) : textAt(part, depth + 1);
    if (!text.ok) {
      const { path, what } = text.error;
      const joint = path === '' || path.startsWith('[') ? '' : '.';
      return err({ path: `${pathText([name])}${joint}${path}`, what });
    }
    if (isObject) known.set(part, text.value);
    fields.push(`${JSON.stringify(name)}:${text.value}`);
  }
  return ok(`{${fields.join(',')}}`);
}

function textAt(value: unknown, depth: number): Result<string, NotCanonical> {
  const found = inexact(value, depth);
  if (found !== null) return err({ path: pathText(found.keys), what: found.what });
  const ordered = isInOrder(value) ? value : inOrder(value);
  // JSON.stringify writes every value as the RFC has it; the library knows the rest of it.
  const text = ordered === numbered ? canonicalize(value) : JSON.stringify(ordered);
  if (text === undefined) throw new Error('a JSON value without canonical text');
  return ok(text);
}

/** The same as the bytes that are hashed and signed: UTF-8. */
export function canonicalBytes(value: unknown): Result<Uint8Array<ArrayBuffer>, NotCanonical> {
  const text = canonicalText(value);
  return text.ok ? ok(new TextEncoder().encode(text.value)) : text;
}

/** In the place of a value that has a name which is a number: an object lists those first, wherever they were put. */
const numbered = Symbol('numbered');

/**
 * Whether the names of a JSON value stand in that order already: a version is kept as it was signed, so that it is written down
 * without a copy.
 */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before = '';
  for (const name in value) {
    // A name that is a number is listed first, wherever it belongs.
    const first = name.charCodeAt(0);
    if (name < before || (first >= zero && first <= nine)) return false;
    before = name;
    if (!isInOrder((value as Readonly<Record<string, unknown>>)[name])) return false;
  }
  return true;
}

/** A copy of a JSON value with the names of its objects in the order of the RFC, which is that of their UTF-16 units. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value as readonly unknown[]) {
      const ordered = inOrder(item);
      if (ordered === numbered) return numbered;
      items.push(ordered);
    }
    return items;
  }
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) {
    const first = name.charCodeAt(0);
    if (first >= zero && first <= nine) return numbered;
    const ordered = inOrder((value as Readonly<Record<string, unknown>>)[name]);
    if (ordered === numbered) return numbered;
    fields[name] = ordered;
  }
  return fields;
}
const [zero, nine] = [0x30, 0x39];

type Found = { readonly keys: readonly PropertyKey[]; readonly what: NotCanonicalKind };

const no = (what: NotCanonicalKind): Found => ({ keys: [], what });

/** Looks for what JSON would silently change. The path is put together on the way back: most values have no problem. */
function inexact(value: unknown, depth: number): Found | null {
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
      return value === null ? null : inexactWithin(value, depth);
    default:
      return no('not a JSON value');
  }
}

function inexactWithin(value: object, depth: number): Found | null {
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
    const found = badName(name) ?? inexact((value as Readonly<Record<string, unknown>>)[name], depth + 1);
    if (found !== null) return { ...found, keys: [name, ...found.keys] };
  }
  return null;
}

function badName(name: string): Found | null {
  if (name === '__proto__') return { keys: [], what: 'a forbidden name' };
  return isBroken(name) ? { keys: [], what: 'half a character' } : null;
}

/** Half of a surrogate pair alone: no text that UTF-8 could carry. Most texts have no surrogate at all, which is quicker seen. */
const isBroken = (text: string): boolean => /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text);

/** A list, or an object with no behaviour of its own: a Date or a Map would be written as something else. */
function isPlain(value: object): boolean {
  const maker: unknown = Object.getPrototypeOf(value);
  return (
    (Array.isArray(value) || maker === Object.prototype || maker === null) &&
    Object.getOwnPropertySymbols(value).length === 0
  );
}
