import type { ReactNode } from 'react';
import styles from './dialog-foot.module.css';

/** The end of a long form in a dialog: what sends it stays in sight. */
export const DialogFoot = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['foot']}>{children}</div>
);
