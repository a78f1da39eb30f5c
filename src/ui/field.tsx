import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import styles from './field.module.css';

/** `problem`: what is wrong with what stands in the field, or null; a field that has the prop says it as an alert. */
type Common = { readonly label: string; readonly hint?: string; readonly problem?: string | null };

function Field({ label, hint, problem, id, children }: Common & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {problem !== undefined && <ProblemLine id={`${id}-problem`}>{problem}</ProblemLine>}
    </div>
  );
}

/** What is wrong with a field, or with several; null says nothing, and takes no room. */
export const ProblemLine = ({ id, children }: { readonly id?: string; readonly children: string | null }) => (
  <p role="alert" id={id} className={styles['problem']}>
    {children}
  </p>
);

/** What the control is told by, and whether it is wrong. */
const said = (id: string, hint: string | undefined, problem: string | null | undefined) => ({
  'aria-describedby':
    [...(hint === undefined ? [] : [`${id}-hint`]), ...(problem ? [`${id}-problem`] : [])].join(' ') || undefined,
  'aria-invalid': problem ? true : undefined,
});

type InputProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'>;

/** A labelled text or number input. */
export function TextField({ label, hint, problem, ...rest }: InputProps) {
  const id = useId();
  return (
    <Field
      label={label}
      id={id}
      {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined ? {} : { problem })}
    >
      <input {...rest} id={id} className={styles['control']} {...said(id, hint, problem)} />
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
