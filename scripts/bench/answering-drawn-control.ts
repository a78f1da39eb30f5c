import { createDrawingDesk } from '../../src/scene/flat/drawing-desk';
import type { DrawnPaths } from '../../src/scene/flat/paths';
import { presetPoses } from '../../src/scene/views';
import { readHead } from '../read-head';

/**
 * A page of nothing but one word and a drawing of the head as large as the map of a desktop, which a press turns: the
 * least that a page with such a drawing can do.
 */
export async function drawnControlPage(): Promise<string> {
  const desk = createDrawingDesk(await readHead('light'));
  const views = (['front', 'left'] as const).map((view) =>
    drawing(desk.head({ key: 'standard', shape: null }, presetPoses[view])),
  );
  return `<!doctype html><meta charset="utf-8"><p>no press</p><div>${views[0] ?? ''}</div><script>
    const views = ${JSON.stringify(views)};
    const [word, map] = [document.querySelector('p'), document.querySelector('div')];
    let presses = 0;
    addEventListener('keydown', () => {
      presses += 1;
      word.textContent = 'press ' + presses;
      map.innerHTML = views[presses % 2];
    });
    document.body.dataset.ready = 'true';
  </script>`;
}

function drawing({ outline, washes, light, heavy, contours, slits, hairline }: DrawnPaths): string {
  const filled = (d: string, fill: string, opacity: number) =>
    `<path d="${d}" fill="${fill}" fill-opacity="${String(opacity)}" fill-rule="evenodd"/>`;
  const drawn = (d: string, width: number) =>
    `<path d="${d}" fill="none" stroke="#2b211d" stroke-width="${String(width)}"/>`;
  return `<svg width="832" height="800" viewBox="-1600 -1700 3200 3077">${[
    filled(outline, '#e4cdbd', 1),
    ...washes.map((d) => filled(d, '#8a6a58', 0.12)),
    filled(light, '#2b211d', 0.26),
    filled(heavy, '#2b211d', 0.5),
    drawn(hairline, 14),
    drawn(contours, 16),
    drawn(slits, 16),
  ].join('')}</svg>`;
}
