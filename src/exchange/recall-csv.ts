import type { Recall, RecallLine } from '../record/recall';
import { byteOrderMark, csvLine } from './csv';

/** The words of the table: its head, one for each column, and what each kind of row says first. */
export type RecallWords = {
  readonly columns: readonly string[];
  /** The patient had the lot. */
  readonly had: string;
  /** A vial without a lot: it may be of it. */
  readonly unnamed: string;
  /** A session that does not open: it may hold the lot. */
  readonly unread: string;
};

/**
 * A recall as a table for a spreadsheet: CSV (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheets misread
 * letters with accents. One row for each vial. What may hold the lot and could not be asked is in it too, as rows that say so.
 */
export function recallCsv({ lines, unnamed, unread }: Recall, words: RecallWords): string {
  const row = (what: string, { patient, use }: RecallLine): readonly string[] => [
    what,
    patient.label,
    patient.born ?? '',
    patient.recordNumber ?? '',
    use.at.slice(0, 10),
    use.product,
    String(use.strength),
    use.lot ?? '',
    use.expiry ?? '',
    String(use.units),
    use.session,
  ];
  const blank = Array.from({ length: words.columns.length - 2 }, () => '');
  const table = [
    words.columns,
    ...lines.map((line) => row(words.had, line)),
    ...unnamed.map((line) => row(words.unnamed, line)),
    ...unread.map((session) => [words.unread, ...blank, session]),
  ];
  return `${byteOrderMark}${table.map(csvLine).join('')}`;
}
