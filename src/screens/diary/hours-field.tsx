import { useId } from 'react';
import type { PatientWords } from '../../messages/patient/words';
import type { Book } from '../../state/outcomes/book';
import { Chips } from './chips';
import styles from './day-panel.module.css';
import { readHours } from './read-hours';
import { useTyped } from './use-typed';

type Props = {
  readonly words: PatientWords;
  readonly hours: number | null;
  /** What the day has left for this headache. */
  readonly most: number;
  /** Resolves to whether it was kept. */
  readonly onChange: (hours: number | null) => Promise<boolean>;
  readonly book: Book;
};

/** Hours that are one tap away. */
const steps = [1, 2, 4, 8, 12, 24] as const;

/** For how long: a step, or any number of hours that the day has left. */
export function HoursField({ words, hours, most, onChange, book }: Props) {
  const { say, number } = words;
  const id = useId();
  const { typed, type, keep } = useTyped(book, async (text) => {
    const read = readHours(text);
    return read !== undefined && (read ?? 0) <= most && (await onChange(read));
  });
  const isStep = hours === null || steps.some((step) => step === hours);
  const read = typed === null ? null : readHours(typed);
  const isWrong = read === undefined || (read ?? 0) > most;
  return (
    <Chips
      title={say('diary.hours')}
      chips={steps.map((step) => ({
        id: String(step),
        label: say('diary.hoursOf', { hours: step }),
        on: hours === step,
        disabled: step > most,
        onPress: () => {
          type(null);
          void onChange(hours === step ? null : step);
        },
      }))}
    >
      <div className={styles['other']}>
        <label htmlFor={id}>{say('diary.otherHours')}</label>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? (isStep ? '' : number(hours))}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={({ target }) => {
            type(target.value);
          }}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
          }}
        />
        <p id={`${id}-wrong`} role="alert">
          {isWrong ? say('diary.hoursProblem', { most: number(most) }) : null}
        </p>
      </div>
    </Chips>
  );
}
