import { useGroupName } from '../../ui/use-group-name';
import styles from './choice.module.css';

type Props<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: T) => void;
};

/** One of a few, as large as the text around it. Native radios carry the keyboard and the names. */
export function Choice<T extends string>({ label, value, options, onChange }: Props<T>) {
  const group = useGroupName();
  return (
    <fieldset className={styles['choice']}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} data-on={option.value === value} lang={option.lang}>
          <input
            type="radio"
            name={group}
            value={option.value}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value);
            }}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
