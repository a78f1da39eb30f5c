/**
 * Fields that a later version added stay in the place where they stood: what is left over when everything known is
 * taken away is kept beside the record, and laid over the record again when it is written.
 */

/** The fields of `all` that `known` does not have, at any depth; undefined where nothing is left. Lists count by index. */
export function leftOver(all: unknown, known: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isObject(all) || !isObject(known)) return undefined;
  const left = Object.entries(all).flatMap(([name, value]) => {
    const kept = Object.hasOwn(known, name) ? leftOver(value, known[name]) : value;
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

/** `known` with the left-over fields in their places. Where both have a value, the known one stands. */
export function putBack(known: unknown, left: unknown): unknown {
  if (!isObject(known) || !isObject(left)) return known;
  if (Array.isArray(known)) return known.map((item: unknown, index) => putBack(item, left[String(index)]));
  const names = new Set([...Object.keys(known), ...Object.keys(left)]);
  const fields = [...names].map((name) => {
    const value = Object.hasOwn(known, name) ? putBack(known[name], left[name]) : left[name];
    return [name, value] as const;
  });
  return Object.fromEntries(fields);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
