import type { ReactNode } from 'react';
import styles from './button.module.css';

type Props = {
  readonly href: string;
  readonly icon: ReactNode;
  readonly title?: string;
  readonly children: ReactNode;
};

/** A link that stands among push buttons and looks as they do. */
export function ButtonLink({ icon, children, ...rest }: Props) {
  return (
    <a {...rest} className={styles['button']}>
      {icon}
      {children}
    </a>
  );
}
