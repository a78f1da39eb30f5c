import type { ReactNode } from 'react';
import styles from './hatched-band.module.css';

type Props = {
  readonly label: string;
  /** What it says, with its picture before it. */
  readonly said: ReactNode;
  readonly buttons: ReactNode;
  /** The buttons go below what is said where they do not fit beside it. */
  readonly wraps?: boolean;
  readonly children?: ReactNode;
};

/** Above everything while nothing is of a real patient: hatched, and with a frame around the screen and around each dialog. */
export const HatchedBand = ({ label, said, buttons, wraps = false, children }: Props) => (
  <section aria-label={label} className={styles['band']} data-wraps={wraps}>
    <div className={styles['row']}>
      <p className={styles['said']}>{said}</p>
      <div className={styles['buttons']}>{buttons}</div>
    </div>
    {children}
  </section>
);
