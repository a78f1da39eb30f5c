import type { ImportCount } from './import-counts';
import { layers } from './layers';

/**
 * The folders of src as steps of a stair, in layers. A line leaves each folder to the right and runs down into what it
 * imports; where the two meet stands how often. As nothing imports upwards, nothing stands left of the stair but words.
 * Lengths in px of the picture.
 */
const step = { x: 50, y: 46 } as const;
const box = { width: 92, height: 32 } as const;
const margin = { left: 300, top: 20, side: 20, gap: 12, title: 30, pad: 6 } as const;
const foot = 52;

const light = `
.paper{fill:#fff;stroke:#dee3ea}.band{fill:#f4f6f9}.core{fill:#e3f4eb}.line{stroke:#aab4c2}.head{fill:#5a6779}
.box{fill:#fff;stroke:#76839a}.corebox{fill:#fff;stroke:#0b6b3f}.name{fill:#0f172a}.words{fill:#5a6779}.title{fill:#0f172a}
.dot{fill:#0b5fcc;stroke:#0b5fcc}.coredot{fill:#0b6b3f;stroke:#0b6b3f}.on{fill:#fff}.types{fill:#fff}.ring{fill:#0f172a}`;
const dark = `
.paper{fill:#131a27;stroke:#253044}.band{fill:#0f1521}.core{fill:#12301f}.line{stroke:#4d5c76}.head{fill:#9aa7bb}
.box{fill:#1a2334;stroke:#7685a0}.corebox{fill:#0f2418;stroke:#5fd69a}.name{fill:#f3f6fb}.words{fill:#9aa7bb}.title{fill:#f3f6fb}
.dot{fill:#7db4ff;stroke:#7db4ff}.coredot{fill:#5fd69a;stroke:#5fd69a}.on{fill:#06152b}.types{fill:#131a27}.ring{fill:#f3f6fb}`;

type Place = { readonly x: number; readonly y: number; readonly pure: boolean };

/** The picture as SVG, light or dark as the reader's screen is. `files` says how many files a folder has. */
export function architecturePicture(counts: readonly ImportCount[], files: ReadonlyMap<string, number>): string {
  const places = new Map<string, Place>();
  const bands: string[] = [];
  const words: string[] = [];
  let y = margin.top;
  for (const { title, says, pure = false, modules } of layers) {
    const height = margin.title + modules.length * step.y + margin.pad;
    bands.push(
      `<rect class="${pure ? 'core' : 'band'}" x="${margin.side}" y="${y}" width="WIDE" height="${height}" rx="10"/>`,
    );
    const both = `${title}<tspan class="words small" dx="10">${says}</tspan>`;
    words.push(text(margin.side + 16, y + 24, 'title', both));
    modules.forEach(([name], row) => {
      const x = margin.left + places.size * step.x;
      places.set(name, { x, y: y + margin.title + (row + 0.5) * step.y, pure });
    });
    y += height + margin.gap;
  }
  const width = margin.left + (places.size - 1) * step.x + 60;
  const height = y + foot;
  const boxes = layers.flatMap(({ modules }) => modules.map(([name, knows]) => drawBox(name, knows, places, files)));
  const inside = [
    `<rect class="paper" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="14"/>`,
    ...bands.map((band) => band.replace('WIDE', String(width - 2 * margin.side))),
    ...words,
    ...lines(counts, places),
    ...boxes,
    ...dots(counts, places),
    ...legend(y),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d">
<title id="t">The folders of src and who imports whom</title>
<desc id="d">${described(counts)}</desc>
<style>
text{font-family:"Inter Variable",Inter,system-ui,"Segoe UI",Roboto,sans-serif;font-size:12px}
.name,.title{font-size:14px;font-weight:600}.small{font-size:12px;font-weight:400}.line{fill:none;stroke-width:1.25}
.dot,.coredot{stroke-width:2}.box,.corebox{stroke-width:1.5}.on,.ring{font-size:11px;font-weight:600;text-anchor:middle}
.name{text-anchor:middle}.left{text-anchor:end}${light}
@media (prefers-color-scheme:dark){${dark}
}
</style>
${inside.join('\n')}
</svg>
`;
}

/** The same in sentences, for whoever hears the picture. */
function described(counts: readonly ImportCount[]): string {
  const order = layers.flatMap(({ modules }) => modules.map(([name]) => name));
  return order
    .map((name) => {
      const out = sorted(counts, order).filter(({ from }) => from === name);
      const list = out.map(({ to, all, types }) => `${to} ${all}${all === types ? ' (types)' : ''}`);
      return `${name}: ${list.length === 0 ? 'nothing' : list.join(', ')}.`;
    })
    .join(' ');
}

const sorted = (counts: readonly ImportCount[], order: readonly string[]): readonly ImportCount[] =>
  counts.toSorted((a, b) => order.indexOf(a.from) - order.indexOf(b.from) || order.indexOf(a.to) - order.indexOf(b.to));

function placeOf(places: ReadonlyMap<string, Place>, name: string): Place {
  const place = places.get(name);
  if (place === undefined) throw new Error(`scripts/architecture/layers.ts has no place for src/${name}`);
  return place;
}

function text(x: number, y: number, kind: string, words: string): string {
  return `<text class="${kind}" x="${x}" y="${y}">${words}</text>`;
}

function drawBox(
  name: string,
  knows: string,
  places: ReadonlyMap<string, Place>,
  files: ReadonlyMap<string, number>,
): string {
  const { x, y, pure } = placeOf(places, name);
  const left = x + 16 - box.width;
  return [
    `<rect class="${pure ? 'corebox' : 'box'}" x="${left}" y="${y - box.height / 2}" width="${box.width}" height="${box.height}" rx="7"/>`,
    text(left + box.width / 2, y + 5, 'name', name),
    text(left - 10, y + 4, 'words left', `${knows} · ${files.get(name) ?? 0} files`),
  ].join('');
}

/** One line to the right out of every folder that imports, one down into every folder that is imported. */
function lines(counts: readonly ImportCount[], places: ReadonlyMap<string, Place>): readonly string[] {
  return [...places].flatMap(([name, { x, y }]) => {
    const targets = counts.filter(({ from }) => from === name).map(({ to }) => placeOf(places, to).x);
    const origins = counts.filter(({ to }) => to === name).map(({ from }) => placeOf(places, from).y);
    const out = targets.length === 0 ? [] : [`<path class="line" d="M${x + 16} ${y}H${Math.max(...targets)}"/>`];
    const top = y - box.height / 2;
    const down = `<path class="line" d="M${x} ${Math.min(...origins)}V${top - 6}"/><path class="head" d="M${x - 4.5} ${top - 7}h9l-4.5 7z"/>`;
    return origins.length === 0 ? out : [...out, down];
  });
}

function dots(counts: readonly ImportCount[], places: ReadonlyMap<string, Place>): readonly string[] {
  const most = Math.max(...counts.map(({ all }) => all));
  return sorted(counts, [...places.keys()]).map(({ from, to, all, types }) => {
    const { x, pure } = placeOf(places, to);
    const { y } = placeOf(places, from);
    return dot(x, y, 10 + 10 * Math.sqrt(all / most), pure, all === types, String(all));
  });
}

function dot(x: number, y: number, radius: number, pure: boolean, typesOnly: boolean, words: string): string {
  const kind = `${pure ? 'coredot' : 'dot'}${typesOnly ? ' types' : ''}`;
  return `<circle class="${kind}" cx="${x}" cy="${y}" r="${radius.toFixed(1)}"/>${text(x, y + 4, typesOnly ? 'ring' : 'on', words)}`;
}

function legend(y: number): readonly string[] {
  const row = y + 18;
  const left = margin.side + 16;
  return [
    dot(left + 10, row, 12, false, false, 'n'),
    text(left + 32, row + 4, 'words', 'the folder on the left imports the one below, n times'),
    dot(left + 400, row, 12, true, false, 'n'),
    text(left + 422, row + 4, 'words', 'one of the pure core'),
    dot(left + 590, row, 12, true, true, 'n'),
    text(left + 612, row + 4, 'words', 'types alone, which load nothing'),
  ];
}
