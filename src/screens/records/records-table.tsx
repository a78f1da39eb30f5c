import type { ReactNode } from 'react';
import type { MessageKey } from '../../messages/translate';
import { ColumnHeads } from '../column-heads';
import { ActionsHead } from './actions-head';
import styles from './records-screen.module.css';

type Props = {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly columns: readonly MessageKey[];
  /** Heads behind those columns that are more than a message. */
  readonly more?: ReactNode;
  /** A row each, with what can be done to it in its last cell. */
  readonly children: ReactNode;
};

/** A list of Records: a table, whose rows are cards on a phone. */
export function RecordsTable({ label, columns, more, children }: Props) {
  return (
    <div className={styles['frame']}>
      <table className={styles['table']} aria-label={label}>
        <ColumnHeads columns={columns}>
          {more}
          <ActionsHead />
        </ColumnHeads>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
