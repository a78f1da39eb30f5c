import { ProblemLine } from './field';
import styles from './tick-list.module.css';

type Props = {
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onTick: (value: string, on: boolean) => void;
  /** What is wrong with the choice, or null. */
  readonly problem?: string | null;
};

/** Any number of a list, each with a box to tick. */
export function TickList({ legend, options, chosen, onTick, problem }: Props) {
  return (
    <fieldset className={styles['list']}>
      <legend>{legend}</legend>
      <div>
        {options.map(({ value, label }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) => {
                onTick(value, target.checked);
              }}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {problem !== undefined && <ProblemLine>{problem}</ProblemLine>}
    </fieldset>
  );
}

/** The choice after a tick, in the order of the list whatever the order of the presses; what the list no longer has stays. */
export function ticked(
  listed: readonly string[],
  chosen: readonly string[],
  value: string,
  on: boolean,
): readonly string[] {
  const now = on ? [...chosen, value] : chosen.filter((one) => one !== value);
  return [...listed.filter((one) => now.includes(one)), ...now.filter((one) => !listed.includes(one))];
}
