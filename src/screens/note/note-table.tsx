import type { NoteDocument } from '../../state/note-document';
import styles from './note-sheet.module.css';

const columns = ['muscle', 'left', 'right', 'midline', 'sites', 'units', 'ml', 'at', 'rule'] as const;

/** What was given, a row each muscle. */
export function NoteTable({ table }: { readonly table: NoteDocument['table'] }) {
  return (
    <table className={styles['table']} aria-label={table.name}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {table.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...table.rows, { ...table.total, hue: null }].map((row, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is made once and never changes
          <tr key={n} data-total={row.hue === null}>
            {columns.map((column) =>
              column === 'muscle' ? (
                <th key={column} scope="row" data-column={column}>
                  {row.hue !== null && (
                    <svg viewBox="0 0 9 9" aria-hidden="true">
                      <rect width="9" height="9" rx="2.2" fill={row.hue} />
                    </svg>
                  )}
                  {row.muscle}
                </th>
              ) : (
                <td key={column} data-column={column}>
                  {row[column]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
