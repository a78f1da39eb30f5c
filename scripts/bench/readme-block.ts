import type { Figure } from './figures';
import { contenderIds, contenders, type Row, told } from './side-by-side';

/** What the block is made from: everything of one run on one machine. */
export type Measured = {
  readonly machine: { readonly node: string; readonly platform: string; readonly cpus: number; readonly cpu: string };
  readonly figures: readonly Figure[];
  readonly rows: readonly Row[];
};

const marks = { begin: '<!-- bench: begin -->', end: '<!-- bench: end -->' } as const;

/** What was aimed at, by the name of the figure that tells it. Those without a limit are there to be read beside it. */
const goals: readonly (readonly [what: string, figure: string])[] = [
  [
    'JavaScript until the 31 sites can be operated, gzip (300 were aimed at and are [not reached](docs/bench.md))',
    'JS until the sites can be operated, gzip',
  ],
  ['Usable map, cold, beside model-viewer with the same GLB', 'cold load as a ratio to model-viewer with the same GLB'],
  ['Usable map, warm, beside model-viewer with the same GLB', 'warm load as a ratio to model-viewer with the same GLB'],
  ['A pick, beside the bare search tree', 'pick as a ratio to the bare search tree'],
  ['Draw calls of a frame with everything on, full head', 'draw calls, full head, everything on'],
  ['Frames in 5 idle seconds', 'frames in 5 idle seconds, full head'],
  ['Unlock to list, 10,000 sessions', 'records: unlock to list, 10000 sessions, median'],
  ['the same over 10 sessions', 'records: unlock to list, 10000 sessions over 10'],
  ['Search, 10,000 sessions, p95', 'records: search, 10000 sessions, p95'],
  ['the same over 10 sessions', 'records: search p95, 10000 sessions over 10'],
  [
    'Processor 4 times slower, drawn map: INP',
    'answers, processor 4 times slower, drawn map: INP (p98 of all presses)',
  ],
  [
    'Processor 4 times slower, 3D head: handlers, p98',
    'answers, processor 4 times slower, 3D head: in its handlers, p98',
  ],
  [
    'the same, INP, with the head drawn in software',
    'answers, processor 4 times slower, 3D head: INP (p98 of all presses)',
  ],
];

/** The names of the figures that the block needs. */
export const goalFigures: readonly string[] = goals.map(([, name]) => name);

/** The figures as two tables in Markdown, between the marks of the README. Throws where a figure of a goal is missing. */
export function readmeBlock({ machine, figures, rows }: Measured): string {
  const missing = goalFigures.filter((name) => !figures.some((one) => one.name === name));
  if (missing.length > 0 || rows.length === 0)
    throw new Error(
      `not measured, so nothing was written: ${[...missing, ...(rows.length === 0 ? ['peers'] : [])].join('; ')}`,
    );
  const beside = [
    ['', ...contenderIds.map((id) => contenders[id])],
    ['---', ...contenderIds.map(() => '--:')],
    ...rows.map(({ what, unit, cells }) => [
      unit === '' ? what : `${what}, ${unit}`,
      ...contenderIds.map((id) => told(cells[id])),
    ]),
  ];
  const aimed = [
    ['Goal', 'Limit', 'Measured', ''],
    ['---', '--:', '--:', '---'],
    ...goals.map(([what, name]) => {
      const found = figures.find((one) => one.name === name);
      if (found === undefined) throw new Error(name);
      const { value, unit, budget, pass } = found;
      return [
        what,
        limitOf(budget, unit),
        withUnit(value, unit),
        pass === undefined ? '' : pass ? 'holds' : '**missed**',
      ];
    }),
  ];
  const { cpus, cpu, node, platform } = machine;
  return [
    marks.begin,
    `One run on one machine: ${[`${String(cpus)} cores`, cpu, platform, `Node ${node.replace(/^v/, '')}`].filter((part) => part !== '').join(', ')}; headless Chromium, WebGL in software.`,
    '',
    ...beside.map(line),
    '',
    ...aimed.map(line),
    marks.end,
  ].join('\n');
}

/** The text with the block between its marks replaced. Throws where the marks are not there, once and in order. */
export function withBlock(text: string, block: string): string {
  const [from, to] = [text.indexOf(marks.begin), text.indexOf(marks.end)];
  const once = [marks.begin, marks.end].every((mark) => text.split(mark).length === 2);
  if (!once || to < from) throw new Error(`the text has not one "${marks.begin}" and one "${marks.end}" after it`);
  return text.slice(0, from) + block + text.slice(to + marks.end.length);
}

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const withUnit = (value: number, unit: string): string => `${told(value)} ${unit}`.trim();
const limitOf = (budget: Figure['budget'], unit: string): string => {
  if (budget === undefined) return '';
  return 'atMost' in budget ? `≤ ${withUnit(budget.atMost, unit)}` : `≥ ${withUnit(budget.atLeast, unit)}`;
};
