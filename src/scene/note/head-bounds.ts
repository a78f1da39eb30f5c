import { perMm } from '../flat/paths';

/** Of a drawn head above its shoulders, mm on its sheet, y up. */
export type HeadBounds = { readonly left: number; readonly right: number; readonly top: number };

/** So far below the crown nothing is shoulder yet, mm. */
const headMm = 190;

/** Reads the outline's path data as `pathOf` writes it: moves, and steps from the point before. */
export function boundsOfHead(outline: string): HeadBounds {
  const points: (readonly [number, number])[] = [];
  for (const [, begin = '', steps = ''] of outline.matchAll(/M(-?\d+ -?\d+)(?:l([^M]*))?/g)) {
    let [x = 0, y = 0] = begin.split(' ').map(Number);
    points.push([x, y]);
    const by = steps.trim() === '' ? [] : steps.trim().split(/\s+/).map(Number);
    for (let n = 0; n + 1 < by.length; n += 2) {
      x += by[n] ?? 0;
      y += by[n + 1] ?? 0;
      points.push([x, y]);
    }
  }
  const top = Math.min(...points.map(([, y]) => y));
  const xs = points.filter(([, y]) => y < top + headMm * perMm).map(([x]) => x);
  return { left: Math.min(...xs) / perMm, right: Math.max(...xs) / perMm, top: -top / perMm };
}
