/** What comes first in the file: without it spreadsheets misread letters with accents. */
export const byteOrderMark = '\uFEFF';

/** One line of a table as CSV (RFC 4180), with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/**
 * A cell that no spreadsheet takes for a formula: what a person wrote and begins like one gets an apostrophe in front, as the
 * OWASP notes on CSV injection have it; the wide forms of the signs are taken for them in East Asian settings.
 */
function cellOf(text: string): string {
  const plain = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
