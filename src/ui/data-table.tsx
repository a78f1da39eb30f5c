import type { ReactNode } from 'react';
import styles from './data-table.module.css';

type Props = {
  /** What it is called, or the id of the heading that says so. */
  readonly label?: string;
  readonly labelledBy?: string;
  /** A class for what the table has of its own, and one for the frame in which it is scrolled. */
  readonly table?: string | undefined;
  readonly frame?: string | undefined;
  /** Its head and its body. */
  readonly children: ReactNode;
};

/** A table of facts, one line to a row. What is wider than the page is scrolled within its frame. */
export function DataTable({ label, labelledBy, table = '', frame = '', children }: Props) {
  return (
    <div className={`${styles['frame'] ?? ''} ${frame}`}>
      <table className={`${styles['table'] ?? ''} ${table}`} aria-label={label} aria-labelledby={labelledBy}>
        {children}
      </table>
    </div>
  );
}
