import { useGroupName } from '../../ui/use-group-name';
import styles from './bulk.module.css';

type Props<T extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly disabled: boolean;
};

/** One of a few, each with a line on what it is. */
export function Choices<T extends string>({ label, options, value, onChange, disabled }: Props<T>) {
  const group = useGroupName();
  return (
    <fieldset className={styles['choices']} disabled={disabled}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles['check']}>
          <input
            type="radio"
            name={group}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value);
            }}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <span className={styles['hint']}>{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
