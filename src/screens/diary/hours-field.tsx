import { useId, useState } from 'react';
import type { PatientWords } from '../../messages/patient/words';
import { Chips } from './chips';
import styles from './day-panel.module.css';

type Props = {
  readonly words: PatientWords;
  readonly hours: number | null;
  /** What the day has left for this headache. */
  readonly most: number;
  readonly onChange: (hours: number | null) => void;
};

/** Hours that are one tap away. */
const steps = [1, 2, 4, 8, 12, 24] as const;

/** For how long: a step, or any number of hours that the day has left. */
export function HoursField({ words, hours, most, onChange }: Props) {
  const { say, number } = words;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isStep = hours === null || steps.some((step) => step === hours);
  const shown = typed ?? (isStep ? '' : number(hours));
  const value = shown.trim() === '' ? null : Number(shown.replace(',', '.'));
  const isWrong = typed !== null && value !== null && !(value > 0 && value <= most);
  const keep = (text: string) => {
    setTyped(text);
    const hoursOf = text.trim() === '' ? null : Number(text.replace(',', '.'));
    if (hoursOf === null || (hoursOf > 0 && hoursOf <= most)) onChange(hoursOf);
  };
  return (
    <Chips
      title={say('diary.hours')}
      chips={steps.map((step) => ({
        id: String(step),
        label: say('diary.hoursOf', { hours: step }),
        on: hours === step,
        disabled: step > most,
        onPress: () => {
          setTyped(null);
          onChange(hours === step ? null : step);
        },
      }))}
    >
      <div className={styles['other']}>
        <label htmlFor={id}>{say('diary.otherHours')}</label>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={({ target }) => {
            keep(target.value);
          }}
        />
        <p id={`${id}-wrong`} role="alert">
          {isWrong ? say('diary.hoursProblem', { most: number(most) }) : null}
        </p>
      </div>
    </Chips>
  );
}
