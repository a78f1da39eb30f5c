import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import styles from './field.module.css';

type Common = { readonly label: string; readonly hint?: string };

function Field({ label, hint, id, children }: Common & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
    </div>
  );
}

type InputProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'>;

/** A labelled text or number input. */
export function TextField({ label, hint, ...rest }: InputProps) {
  const id = useId();
  return (
    <Field label={label} id={id} {...(hint === undefined ? {} : { hint })}>
      <input
        {...rest}
        id={id}
        className={styles['control']}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
    </Field>
  );
}

type SelectProps<T extends string> = Common & {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
};

/** A labelled native select over a closed set of values. */
export function SelectField<T extends string>({ label, hint, value, options, onChange, disabled }: SelectProps<T>) {
  const id = useId();
  return (
    <Field label={label} id={id} {...(hint === undefined ? {} : { hint })}>
      <select
        id={id}
        className={styles['control']}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options[event.target.selectedIndex];
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
