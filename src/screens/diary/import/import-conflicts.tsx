import { useId } from 'react';
import type { PatientWords } from '../../../messages/patient/words';
import type { Day } from '../../../record/calendar';
import type { Coming } from '../../../state/outcomes/diary-import';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/segmented';
import { differencesIn } from '../day-differences';
import styles from './import.module.css';

type Props = {
  readonly words: PatientWords;
  /** Days that the diary has and the file tells otherwise. */
  readonly days: readonly Coming[];
  readonly theirs: ReadonlySet<Day>;
  readonly onTheirs: (theirs: ReadonlySet<Day>) => void;
};

/** Shown one by one; the rest keep what is in the diary, unless theirs is taken for all. */
const mostShown = 60;
const choices = ['mine', 'theirs'] as const;

/** Which of the two is kept, day by day or for all at once. What is in the diary stays unless the file's is taken. */
export function ImportConflicts({ words, days, theirs, onTheirs }: Props) {
  const { say, day, number } = words;
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
        {days.slice(0, mostShown).map(({ day: one, against }) => (
          <li key={one.day}>
            <b>{day(one.day)}</b>
            {typeof against === 'object' &&
              differencesIn(against.here, one, words).map(({ what, mine, theirs: other }) => (
                <p key={what}>
                  <span>{what}</span>
                  <span>{say('diary.import.mineIs', { what: mine })}</span>
                  <span>{say('diary.import.theirsIs', { what: other })}</span>
                </p>
              ))}
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
        {days.length > mostShown && <li>{say('diary.import.more', { n: number(days.length - mostShown) })}</li>}
      </ul>
    </section>
  );
}
