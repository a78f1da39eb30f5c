/**
 * Path data of the drawn head as operators of the page: a point to begin at, whole steps from there. They are most of the
 * file, and the library's own reading of paths, made for every kind, takes long over them. Null for any other path: it is
 * the library's.
 */
export function operatorsOf(d: string): string | null {
  if (!/^M[-\d Ml]+$/.test(d)) return null;
  const said: string[] = [];
  for (const line of d.slice(1).split('M')) {
    const [begin = '', steps, ...more] = line.split('l');
    const at = begin.split(' ').map(Number);
    const by = steps === undefined ? [] : steps.split(' ').map(Number);
    let [x = NaN, y = NaN] = at;
    if (more.length > 0 || at.length !== 2 || by.length % 2 !== 0 || ![...at, ...by].every(Number.isInteger))
      return null;
    said.push(`${String(x)} ${String(y)} m`);
    for (let n = 0; n < by.length; n += 2) {
      x += by[n] ?? 0;
      y += by[n + 1] ?? 0;
      said.push(`${String(x)} ${String(y)} l`);
    }
  }
  return said.join('\n');
}
