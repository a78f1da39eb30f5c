import type { Bytes } from '../../record/crypto-port';
import type { Result } from '../../protocol/words';
import type { CertificateDocument, CertificateTable } from './certificate-document';
import { type Placed, tablePart } from './certificate-table';
import { filled } from './fill';
import type { NoteFonts } from './note-fonts';
import { type NoteProblem, pdfBytes, setFeet, setPages } from './note-pdf';
import { createPen, type Element, type Pen, type Style } from './pen';
import { createShown } from './printable';
import { headBlock, picturesBlock } from './set-note';
import { signatureBlock } from './set-signature';
import { type Block, eased, fits, heightOf, inks, type Paper, type Sheet, textBlocks } from './sheet';

/**
 * A certificate as a tagged PDF of one page, in the manner of the procedure note. The same document, fonts and paper give the
 * same bytes.
 */
export const certificateBytes = (
  asked: CertificateDocument,
  fonts: NoteFonts,
  paper: Paper,
): Promise<Result<Bytes, NoteProblem>> =>
  pdfBytes(asked, fonts, paper, (doc, sheet, has) => {
    const { document, lacking } = printableCertificate(asked, has);
    const notice = lacking.length === 0 ? null : filled(document.cannotShow, { parts: lacking.join(', ') });
    const pen = createPen(doc);
    const root = doc.struct('Document');
    doc.addStructure(root);
    const room = sheet.bottom - sheet.top;
    const blocksAt = (way: Way) => blocksOf(pen, () => root, document, notice, sheet, way);
    const blocks = blocksAt(ways.find((way) => heightOf(blocksAt(way)) <= room) ?? tightest);
    const pages = { pen, root, document, sheet };
    setPages(pages, eased(blocks, room - heightOf(blocks)), null);
    setFeet(pages);
    root.end();
  });

/** Names are what people wrote: all else is this program's own and in letters that its fonts have. */
function printableCertificate(document: CertificateDocument, has: (codePoint: number) => boolean) {
  const { shown, lacking } = createShown(has);
  const { learner, signature, title } = document;
  const name = signature.name;
  return {
    document: {
      ...document,
      learner: { ...learner, text: shown(learner.text, learner.name) },
      subtitle: shown(document.subtitle, title),
      runningTitle: shown(document.runningTitle, title),
      signature: { ...signature, name: { ...name, text: shown(name.text, name.name) } },
    },
    lacking: [...lacking],
  };
}

const verdictInk = { passed: '#0B6B3F', failed: '#B42318' } as const;
/** How closely it is set: points, and how much of the width the pictures take. The roomiest that stays on a page is taken. */
type Way = {
  readonly text: number;
  readonly site: number;
  readonly pad: number;
  readonly gap: number;
  readonly pictures: number;
};
const tightest: Way = { text: 7.2, site: 7, pad: 0.7, gap: 4, pictures: 0.62 };
const ways: readonly Way[] = [
  { text: 7.8, site: 7.3, pad: 2, gap: 10, pictures: 1 },
  { text: 7.8, site: 7.3, pad: 1.4, gap: 7, pictures: 0.82 },
  tightest,
];
const heading: Style = { cut: 'semibold', size: 9.4, colour: inks.strong };

function blocksOf(
  pen: Pen,
  root: () => Element,
  document: CertificateDocument,
  notice: string | null,
  sheet: Sheet,
  { text, site, pad, gap, pictures }: Way,
): readonly Block[] {
  const { learner, taken, criteria, sites, limit, measured } = document;
  const at = { x: sheet.left, width: sheet.right - sheet.left };
  const aside = (at.width * (1 - pictures)) / 2;
  const titled = (title: string): readonly Block[] =>
    textBlocks(pen, root, [{ text: title, style: heading }], { ...at, gap, type: 'H2' });
  const plain: Style = { cut: 'regular', size: text, colour: inks.text };
  return [
    headBlock(pen, root, { ...document, patient: learner, session: taken }, sheet),
    ...(notice === null ? [] : textBlocks(pen, root, [{ text: notice, style: plain }], { ...at, gap: 5 })),
    verdictBlock(pen, root, document, sheet, gap),
    ...titled(criteria.title),
    block(pen, root, criteria, criteriaColumns, { ...at, size: text, pad }),
    picturesBlock(pen, root, document, { ...sheet, left: sheet.left + aside, right: sheet.right - aside }),
    ...titled(sites.title),
    sitesBlock(pen, root, sites, sheet, { size: site, pad }),
    ...textBlocks(
      pen,
      root,
      [
        { text: `${limit} `, style: { cut: 'bold', size: text, colour: inks.strong } },
        { text: measured, style: plain },
      ],
      { ...at, gap: 0.8 * gap },
    ),
    signatureBlock(pen, root, document.signature, sheet, fits[1]),
  ];
}

/** The verdict, large; beside it what it rests on most. */
function verdictBlock(
  pen: Pen,
  root: () => Element,
  document: CertificateDocument,
  { left }: Sheet,
  gap: number,
): Block {
  const large: Style = { cut: 'bold', size: 24, colour: verdictInk[document.passed ? 'passed' : 'failed'] };
  const score: Style = { cut: 'semibold', size: 11, colour: inks.strong };
  const name: Style = { cut: 'regular', size: 8.4, colour: inks.quiet };
  const value: Style = { cut: 'semibold', size: 8.4, colour: inks.strong };
  const beside = left + pen.widthOf(document.verdict, large) + 18;
  return {
    height: 30,
    gap,
    draw(y) {
      pen.as(root(), 'H2', () => pen.put([{ text: document.verdict, style: large }], left, y + 24));
      pen.as(root(), 'P', () => pen.put([{ text: document.score, style: score }], beside, y + 12));
      const runs = document.figures.flatMap((one) => [
        { text: `${one.name} `, style: name },
        { text: `${one.text}     `, style: value },
      ]);
      pen.as(root(), 'P', () => pen.put(runs, beside, y + 25));
    },
  };
}

const criteriaColumns: readonly Placed<'name' | 'wanted' | 'found' | 'met'>[] = [
  { key: 'name', from: 0, to: 0.44 },
  { key: 'wanted', from: 0.46, to: 0.66 },
  { key: 'found', from: 0.68, to: 0.86, right: true },
  { key: 'met', from: 0.9, to: 1 },
];
const siteColumns: readonly Placed<'site' | 'mm' | 'said'>[] = [
  { key: 'site', from: 0, to: 0.45 },
  { key: 'mm', from: 0.45, to: 0.55, right: true },
  { key: 'said', from: 0.58, to: 1 },
];

function block<Column extends string>(
  pen: Pen,
  root: () => Element,
  table: CertificateTable<Column>,
  columns: readonly Placed<Column>[],
  at: Parameters<typeof tablePart>[3],
): Block {
  const part = tablePart(pen, table, columns, at);
  return {
    height: part.height,
    gap: 2,
    draw(y) {
      part.draw(root(), y);
    },
  };
}

/** The sites in two tables side by side, so that a whole map stays on the page. */
function sitesBlock(
  pen: Pen,
  root: () => Element,
  sites: CertificateDocument['sites'],
  sheet: Sheet,
  how: { readonly size: number; readonly pad: number },
): Block {
  const between = 16;
  const width = (sheet.right - sheet.left - between) / 2;
  const half = Math.ceil(sites.rows.length / 2);
  const halves = [sites.rows.slice(0, half), sites.rows.slice(half)].filter((rows) => rows.length > 0);
  const parts = halves.map((rows, n) =>
    tablePart(pen, { ...sites, rows }, siteColumns, {
      x: sheet.left + n * (width + between),
      width,
      ...how,
    }),
  );
  return {
    height: Math.max(...parts.map(({ height }) => height)),
    gap: 2,
    draw(y) {
      for (const part of parts) part.draw(root(), y);
    },
  };
}
