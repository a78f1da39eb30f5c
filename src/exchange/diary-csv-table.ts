import Papa from 'papaparse';
import { err, ok, type Result } from '../record/ports';

/** A table as it stands in a file: its head, and rows of as many cells. */
export type CsvTable = {
  readonly head: readonly string[];
  readonly rows: readonly CsvRow[];
};
export type CsvRow = {
  /** Counted from 1, the head being 1: as a spreadsheet shows it. */
  readonly n: number;
  readonly cells: readonly string[];
};

export type CsvProblem =
  | { readonly kind: 'TooLarge'; readonly megabytes: number }
  | { readonly kind: 'Empty' }
  | { readonly kind: 'Binary' }
  /** Not UTF-8: it may be read as text of Western Europe, if the user says so. */
  | { readonly kind: 'NotUtf8' }
  /** A quote is not closed, or goes on behind its end: where a cell ends is not known. */
  | { readonly kind: 'BrokenQuotes' }
  | { readonly kind: 'OneColumn' }
  /** The first row has a date in it, or names nothing: the columns have no names. */
  | { readonly kind: 'NoHead' }
  | { readonly kind: 'NoRows' }
  | { readonly kind: 'TooManyRows'; readonly most: number };

/** Chosen: forty years of days with two attacks each, and more than any phone should hold in a form. */
const mostRows = 30_000;
export const mostBytes = 10 * 1024 * 1024;

export type CsvEncoding = 'utf-8' | 'windows-1252';

/** Reads a file of comma, semicolon or tab separated values. Nothing of it is understood yet. */
export function readCsvTable(bytes: Uint8Array, encoding: CsvEncoding = 'utf-8'): Result<CsvTable, CsvProblem> {
  if (bytes.length > mostBytes) return err({ kind: 'TooLarge', megabytes: mostBytes / (1024 * 1024) });
  const text = textOf(bytes, encoding);
  if (!text.ok) return text;
  if (text.value.trim() === '') return err({ kind: 'Empty' });
  const { data, errors } = Papa.parse<string[]>(text.value, { delimiter: delimiterOf(text.value) });
  if (errors.some(({ type }) => type === 'Quotes')) return err({ kind: 'BrokenQuotes' });
  const all = data.map((cells, i) => ({ n: i + 1, cells }));
  const [first, ...rest] = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (first === undefined) return err({ kind: 'Empty' });
  const head = first.cells.map((cell) => cell.trim());
  if (head.length < 2) return err({ kind: 'OneColumn' });
  if (head.some(looksLikeValue)) return err({ kind: 'NoHead' });
  if (rest.length === 0) return err({ kind: 'NoRows' });
  if (rest.length > mostRows) return err({ kind: 'TooManyRows', most: mostRows });
  return ok({ head, rows: rest });
}

/** What stands most often in the first line, quoted parts left out; a short table is too little for counting more. */
function delimiterOf(text: string): string {
  const [line = ''] = text
    .trimStart()
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]/, 1);
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, n: line.split(sign).length }));
  return counts.reduce((best, one) => (one.n > best.n ? one : best)).sign;
}

/** A name of a column is no number and no date. */
const looksLikeValue = (cell: string): boolean => /^\d+([.,:/-]\d+)*$/.test(cell.trim());

function textOf(bytes: Uint8Array, encoding: CsvEncoding): Result<string, CsvProblem> {
  const [a, b] = bytes;
  // Spreadsheets write "Unicode text" so, with a mark in front.
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return ok(new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes));
  if (bytes.includes(0) || isArchive(bytes)) return err({ kind: 'Binary' });
  if (encoding === 'windows-1252') return ok(new TextDecoder('windows-1252').decode(bytes));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return hasControls(text) ? err({ kind: 'Binary' }) : ok(text);
  } catch {
    return hasControls(new TextDecoder('windows-1252').decode(bytes))
      ? err({ kind: 'Binary' })
      : err({ kind: 'NotUtf8' });
  }
}

/** "PK": a spreadsheet's own file is an archive. */
const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 99) < 9;

/** Text has none but tab and the ends of lines; a note may hold one that somebody pasted. */
function hasControls(text: string): boolean {
  const found = text.slice(0, 4096).match(/[^\P{Cc}\t\r\n\f\v]/gu)?.length ?? 0;
  return found > 4;
}
