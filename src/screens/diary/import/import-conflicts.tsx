import { useId } from 'react';
import type { PatientWords } from '../../../messages/patient/words';
import type { Day } from '../../../record/calendar';
import type { Coming } from '../../../state/outcomes/diary-import';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/segmented';
import { dayInWords } from '../day-words';
import styles from './import.module.css';

type Props = {
  readonly words: PatientWords;
  /** Days that the diary has and the file tells otherwise. */
  readonly days: readonly Coming[];
  readonly theirs: ReadonlySet<Day>;
  readonly onTheirs: (theirs: ReadonlySet<Day>) => void;
};

const choices = ['mine', 'theirs'] as const;

/** Which of the two is kept, day by day or for all at once. What is in the diary stays unless the file's is taken. */
export function ImportConflicts({ words, days, theirs, onTheirs }: Props) {
  const { say, day } = words;
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles['part']}>
      <h3 id={heading}>{say('diary.import.conflicts')}</h3>
      <div role="group" aria-label={say('diary.import.forAll')} className={styles['all']}>
        <span>{say('diary.import.forAll')}</span>
        {choices.map((choice) => (
          <Button
            key={choice}
            onClick={() => {
              onTheirs(new Set(choice === 'mine' ? [] : days.map((one) => one.day.day)));
            }}
          >
            {say(`diary.import.${choice}`)}
          </Button>
        ))}
      </div>
      <ul className={styles['conflicts']}>
        {days.map(({ day: one, against }) => (
          <li key={one.day}>
            <b>{day(one.day)}</b>
            {typeof against === 'object' && (
              <span>{say('diary.import.mineIs', { what: dayInWords(against.here, words) })}</span>
            )}
            <span>{say('diary.import.theirsIs', { what: dayInWords(one, words) })}</span>
            <Segmented
              label={day(one.day)}
              value={theirs.has(one.day) ? 'theirs' : 'mine'}
              options={choices.map((value) => ({ value, label: say(`diary.import.${value}`) }))}
              onChange={(choice) => {
                const next = new Set(theirs);
                if (choice === 'theirs') next.add(one.day);
                else next.delete(one.day);
                onTheirs(next);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
