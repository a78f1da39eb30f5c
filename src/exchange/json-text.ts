import { err, ok, type Result } from '../protocol/words';
import { type Damage, pathText } from '../record/damage';
import { whereJsonBreaks } from './json-break';

/** Where a text stops being JSON; 1-based. */
export type NotJson = { readonly kind: 'NotJson'; readonly line: number; readonly column: number };
export type Hostile = { readonly kind: 'Damaged' } & Damage;

/** Deeper than any record; far less than what overflows a stack. */
const deepest = 64;

/**
 * Parses JSON from an untrusted source. Refuses what could change more than the value it belongs to:
 * a field named `__proto__`, and nesting deep enough to overflow the stack of whoever walks it.
 */
export function parseJson(text: string): Result<unknown, NotJson | Hostile> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return err({ kind: 'NotJson', ...positionIn(text) });
    return err({ kind: 'Damaged', path: '', what: 'nested too deep' });
  }
  const damage = hostileIn(value, []);
  return damage === null ? ok(value) : err({ kind: 'Damaged', ...damage });
}

function positionIn(text: string): { line: number; column: number } {
  const before = text.slice(0, whereJsonBreaks(text)).split('\n');
  return { line: before.length, column: (before[before.length - 1] ?? '').length + 1 };
}

function hostileIn(value: unknown, path: readonly PropertyKey[]): Damage | null {
  if (typeof value !== 'object' || value === null) return null;
  if (path.length >= deepest) return { path: pathText(path), what: 'nested too deep' };
  const fields: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, inner] of fields) {
    if (key === '__proto__') return { path: pathText([...path, key]), what: 'a forbidden name' };
    const damage = hostileIn(inner, [...path, key]);
    if (damage !== null) return damage;
  }
  return null;
}
