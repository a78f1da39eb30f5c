import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './button.module.css';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  readonly tone?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'normal' | 'large' | 'huge';
  readonly icon?: ReactNode;
  readonly wide?: boolean;
};

/** A push button of at least 44 px. `type` defaults to button, so it never submits a form by accident. */
export function Button({ tone = 'plain', size = 'normal', icon, wide = false, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={styles['button']}
      data-tone={tone}
      data-size={size}
      data-wide={wide}
      data-bare={children === undefined}
    >
      {icon}
      {children}
    </button>
  );
}
