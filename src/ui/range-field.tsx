import { useId, useState } from 'react';
import styles from './range-field.module.css';

type Props = {
  readonly label: string;
  /** What the figure is measured from and to, and where it stands among people. */
  readonly hint: string;
  readonly unit: string;
  /** Names the figure's own field: the slider has the label. */
  readonly exactLabel: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What a screen reader says for the value. */
  readonly valueText: string;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
};

/** A slider with its figure beside it, which can be typed; what is typed past the ends is brought back to them. */
export function RangeField(props: Props) {
  const { label, hint, unit, exactLabel, value, min, max, step, valueText, disabled = false, onChange } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    if (typed === null) return;
    const mm = Number(typed);
    setTyped(null);
    if (typed.trim() !== '' && Number.isFinite(mm)) onChange(Math.min(max, Math.max(min, mm)));
  };
  return (
    <div className={styles['range']}>
      <label htmlFor={id}>{label}</label>
      <span className={styles['exact']}>
        <input
          type="text"
          inputMode="decimal"
          aria-label={exactLabel}
          disabled={disabled}
          value={typed ?? String(value)}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle();
          }}
        />
        <span aria-hidden="true">{unit}</span>
      </span>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={valueText}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          onChange(event.target.valueAsNumber);
        }}
      />
      <p id={`${id}-hint`}>{hint}</p>
    </div>
  );
}
