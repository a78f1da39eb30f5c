/**
 * Reads CSV as RFC 4180 has it, by its grammar and not by our writer: the rows of a file, each by the names in the first. A byte
 * order mark is taken off, and so is the apostrophe that keeps a cell from being a formula.
 */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = cellsIn(text.replace(/^\uFEFF/, ''));
  return rows.map((row) => {
    if (row.length !== head.length) throw new Error(`${String(row.length)} cells under ${String(head.length)} names`);
    return Object.fromEntries(head.map((name, n) => [name, (row[n] ?? '').replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')]));
  });
}

function cellsIn(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  for (let here = 0; here < text.length; ) {
    cell.lastIndex = here;
    const [whole = '', quoted, plain] = cell.exec(text) ?? [];
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    here += whole.length;
    if (text.startsWith('\r\n', here)) {
      rows.push(row);
      row = [];
      here += 2;
    } else if (text[here] === ',') here += 1;
    else throw new Error(`no end of a cell at ${String(here)}`);
  }
  return rows;
}
