import type { Layer, NotePicture } from '../pdf/note-document';
import type { TakeHomeDocument, TakeHomeSection } from './take-home-document';

/**
 * What goes home as one page that needs nothing else: no script, no picture from elsewhere, no font. It is dated by the record
 * and not by the day on which it is made, so the same record gives the same text.
 */
export function takeHomeHtml(document: TakeHomeDocument): string {
  const { language, title, intro, told, next, map, areas, sections, sources, limits, product } = document;
  const columns = ['area', 'left', 'middle', 'right', 'all'] as const;
  return `<!doctype html>
<html lang="${text(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${text(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${text(title)}</h1>
<p>${text(intro)}</p>
${told.map((one) => `<p class="told">${text(one)}</p>`).join('\n')}
${next === null ? '' : `<section class="next"><h2>${text(next.title)}</h2><p>${text(next.text)}</p></section>`}
<section><h2>${text(map.title)}</h2><p>${text(map.text)}</p>
<div class="map">
${map.pictures.map(figure).join('\n')}
</div>
<ul class="legend">${map.legend.map(({ parts, text: said }) => `<li><svg viewBox="-6 -6 12 12" aria-hidden="true">${parts.map(path).join('')}</svg>${text(said)}</li>`).join('')}</ul>
</section>
<section><h2>${text(areas.title)}</h2>
<table><thead><tr>${columns.map((one) => `<th scope="col">${text(areas.columns[one])}</th>`).join('')}</tr></thead>
<tbody>${areas.rows.map((row) => `<tr>${columns.map((one, n) => (n === 0 ? `<th scope="row">${text(row[one])}${row.leftOut === null ? '' : `<small>${text(row.leftOut)}</small>`}</th>` : `<td>${text(row[one])}</td>`)).join('')}</tr>`).join('\n')}</tbody></table>
</section>
${sections.map(section).join('\n')}
<footer>
${limits.map((one) => `<p>${text(one)}</p>`).join('\n')}
<h2>${text(sources.title)}</h2>
<ul>${sources.lines.map((one) => `<li>${text(one)}</li>`).join('')}</ul>
<p>${text(product)}</p>
</footer>
</main>
</body>
</html>
`;
}

const section = ({ tone, title, groups }: TakeHomeSection): string =>
  `<section class="${tone}"><h2>${text(title)}</h2>
${groups
  .map(
    ({ heading, urgent, items, call, after }) =>
      `<div${urgent ? ' class="urgent"' : ''}>${heading === null ? '' : `<h3>${text(heading)}</h3>`}<ul>${items.map((one) => `<li>${text(one)}</li>`).join('')}</ul>${call === null ? '' : `<p class="phone">${call.href === null ? text(call.text) : `<a href="${text(call.href)}">${text(call.text)}</a>`}</p>`}${after === null ? '' : `<p>${text(after)}</p>`}</div>`,
  )
  .join('\n')}
</section>`;

function figure({ title, alt, width, height, edges, head, marks }: NotePicture): string {
  const [left, right] = edges;
  const edge = (said: string, x: number, anchor: string): string =>
    said === '' ? '' : `<text x="${String(x)}" y="11" text-anchor="${anchor}">${text(said)}</text>`;
  return `<figure><svg viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="${text(alt)}">
<g transform="translate(${String(head.x)} ${String(head.y)}) scale(${String(head.scale)})">${head.layers.map(path).join('')}</g>
${marks.map(({ x, y, parts }) => `<g transform="translate(${String(x)} ${String(y)})">${parts.map(path).join('')}</g>`).join('')}${edge(left, 4, 'start')}${edge(right, width - 4, 'end')}</svg><figcaption>${text(title)}</figcaption></figure>`;
}

function path({ d, fill = 'none', fillOpacity, stroke, strokeOpacity, strokeWidth }: Layer): string {
  if (d === '') return '';
  const paint = [
    ['fill', fill],
    ['fill-opacity', fillOpacity],
    ['stroke', stroke],
    ['stroke-opacity', strokeOpacity],
    ['stroke-width', strokeWidth],
  ] as const;
  const said = paint.flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${text(String(value))}"`]));
  return `<path d="${text(d)}" fill-rule="evenodd" ${said.join(' ')}/>`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** As text and as the value of an attribute. */
const text = (said: string): string => said.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

const style = `
:root{color-scheme:light dark;--bg:#fbf7f2;--ink:#1b1f2a;--quiet:#5f5a52;--line:#e4dace;--card:#fffdfa;--brand:#0b6458;--soft:#dff0ec;--alarm:#a5201b;--call:#7a4300;--callsoft:#fdf0db}
@media screen and (prefers-color-scheme:dark){:root{--bg:#1a1612;--ink:#f8f1e8;--quiet:#bdb0a1;--line:#3d352c;--card:#241f19;--brand:#7fd8c6;--soft:#17352f;--alarm:#9b1c17;--call:#ffcf8a;--callsoft:#3a2a10}}
*{box-sizing:border-box;margin:0;padding:0}
body{background:var(--bg);color:var(--ink);font:1.125rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1.25rem 3rem;display:grid;gap:1.25rem}
h1{font-size:2rem;line-height:1.15;letter-spacing:-.02em}
h2{font-size:1.375rem;line-height:1.25}
h3{font-size:1.125rem}
section,section>div{display:grid;gap:.6rem}
.told{font-weight:600}
.next{background:var(--soft);border-radius:1rem;padding:1rem 1.25rem}
.next p{font-size:1.25rem;font-weight:700}
.map{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem}
figure{background:#f3efe9;border-radius:.75rem;padding:.5rem;color:#1b1f2a}
figure svg{display:block;width:100%;height:auto;max-height:20rem}
svg text{font:600 7px system-ui,sans-serif;fill:#334155}
figcaption{text-align:center;font-size:1rem;font-weight:600}
ul{padding-left:1.25rem;display:grid;gap:.35rem}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.legend li{display:flex;align-items:center;gap:.4rem}
.legend svg{width:1.4rem;height:1.4rem}
table{border-collapse:collapse;width:100%}
th,td{padding:.4rem .5rem;border-bottom:1px solid var(--line);text-align:right}
th:first-child{text-align:left}
thead th{font-size:.875rem;vertical-align:bottom}
th small{display:block;font-size:.875rem;font-weight:400}
@media screen and (max-width:30rem){table{font-size:.9375rem}thead th,th small{font-size:.8125rem}th,td{padding:.4rem .2rem}tbody th{hyphens:auto}}
@media screen and (max-width:24rem){table{font-size:.875rem}}
.warn h2{color:var(--call)}
.warn>div{border:2px solid var(--call);background:var(--callsoft);border-radius:1rem;padding:1rem 1.25rem}
.warn>div:not(:has(h3)){border:0;background:none;padding:0}
.phone{font-size:1.25rem;font-weight:700}
.phone a{color:inherit;display:inline-block;padding:.4rem 0}
.warn .urgent{background:var(--alarm);border-color:var(--alarm);color:#fff;font-weight:600}
footer{color:var(--quiet);font-size:1rem;display:grid;gap:.5rem}
footer h2{font-size:1rem}
footer ul{font-size:.875rem}
@media print{body{background:#fff;font-size:11pt}main{padding:0;max-width:none}section,figure{break-inside:avoid}.map{grid-template-columns:repeat(4,1fr)}.warn .urgent{print-color-adjust:exact}main,footer,footer ul{display:block}main>*{margin-bottom:1rem}footer>*{margin-bottom:.4rem}}
`.trim();
