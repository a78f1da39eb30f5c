import type { ReactNode } from 'react';
import { type MessageKey, t } from '../messages/translate';

type Props = { readonly columns: readonly MessageKey[]; readonly children?: ReactNode };

/** The head row of a table: a column a message, and what else stands behind them. */
export function ColumnHeads({ columns, children }: Props) {
  return (
    <thead>
      <tr>
        {columns.map((key) => (
          <th key={key} scope="col">
            {t(key)}
          </th>
        ))}
        {children}
      </tr>
    </thead>
  );
}
