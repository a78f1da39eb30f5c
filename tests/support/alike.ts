/** A date or time, or an id that was drawn by lot: another in every run. */
const lots = /\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?|\b\d\d:\d\d(:\d\d)?\b|[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}/g;
const figures = /-?\d+(\.\d+)?/g;

/**
 * Where two records of the same doings differ, by path: empty where they tell the same. Times and ids count for nothing,
 * and figures, in words as well, may differ by `tolerance` (mm, units). `leaveOut` names fields that say the same in another way.
 */
export function differences(a: unknown, b: unknown, tolerance: number, leaveOut: readonly string[] = []): string[] {
  const told = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
  const compare = (one: unknown, other: unknown, path: string): string[] => {
    if (typeof one === 'number' && typeof other === 'number')
      return Math.abs(one - other) <= tolerance ? [] : [`${path}: ${told(one)}, ${told(other)}`];
    if (typeof one === 'string' && typeof other === 'string') {
      const [x, y] = [one.replace(lots, ''), other.replace(lots, '')];
      const same = x.replace(figures, '0') === y.replace(figures, '0');
      const [p, q] = [x.match(figures) ?? [], y.match(figures) ?? []];
      const near = p.every((text, n) => Math.abs(Number(text) - Number(q[n])) <= tolerance);
      return same && near ? [] : [`${path}: ${one} | ${other}`];
    }
    if (Array.isArray(one) && Array.isArray(other)) {
      if (one.length !== other.length) return [`${path}: ${String(one.length)}, ${String(other.length)} of them`];
      return one.flatMap((each, n) => compare(each, other[n], `${path}[${String(n)}]`));
    }
    if (typeof one === 'object' && typeof other === 'object' && one !== null && other !== null) {
      const [p, q] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
      return [...new Set([...p.keys(), ...q.keys()])]
        .filter((key) => !leaveOut.includes(key))
        .flatMap((key) => compare(p.get(key), q.get(key), `${path}.${key}`));
    }
    return one === other ? [] : [`${path}: ${told(one)}, ${told(other)}`];
  };
  return compare(a, b, '');
}
