import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PatientWords } from '../../messages/patient/words';
import type { Diary } from '../../outcomes/diary';
import { weeksOf } from '../../outcomes/diary-month';
import type { Day } from '../../record/calendar';
import { DayMark } from './day-mark';
import { calendarWords, dayInWords } from './day-words';
import { type GridAct, gridAct } from './grid-keys';
import styles from './month-grid.module.css';

type Props = {
  readonly words: PatientWords;
  readonly diary: Diary;
  /** The day that is chosen; its month is shown. */
  readonly day: Day;
  readonly today: Day;
  readonly letters: boolean;
  /** Counted up where the keyboard is to come to the chosen day. */
  readonly focused: number;
  readonly onAct: (act: GridAct) => void;
};

/** A month, one cell a day: one of them takes the keyboard, and the arrow keys move it. */
export function MonthGrid({ words, diary, day, today, letters, focused, onAct }: Props) {
  const cell = useRef<HTMLTableCellElement>(null);
  const calendar = calendarWords(words);
  const month = day.slice(0, 7);
  const recorded = new Map(diary.days.filter((one) => one.day.startsWith(month)).map((one) => [one.day, one]));
  useEffect(() => {
    if (focused > 0) cell.current?.focus();
  }, [focused]);
  const onKey = (event: KeyboardEvent) => {
    const act = gridAct(event, { day, today, letters });
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    onAct(act);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that takes the keyboard
    <table role="grid" aria-label={calendar.month(month)} className={styles['grid']}>
      <thead>
        <tr>
          {calendar.weekdays.map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.join()}>
            {week.map((one, i) => {
              // biome-ignore lint/suspicious/noArrayIndexKey: the weekday is what the cell is
              if (one === null) return <td key={i} className={styles['other']} />;
              const isChosen = one === day;
              const found = recorded.get(one);
              const isAhead = one > today;
              const what = isAhead ? words.say('diary.cell.future') : dayInWords(found, words);
              return (
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: within a grid it is a gridcell
                <td
                  key={one}
                  ref={isChosen ? cell : null}
                  tabIndex={isChosen ? 0 : -1}
                  aria-selected={isChosen}
                  aria-disabled={isAhead}
                  aria-current={one === today ? 'date' : undefined}
                  aria-label={words.say('diary.said', { day: words.day(one), what })}
                  data-day={one}
                  data-level={found === undefined ? 'unrecorded' : found.attacks.length === 0 ? 'none' : 'headache'}
                  className={styles['cell']}
                  onKeyDown={onKey}
                  onClick={() => {
                    if (!isAhead) onAct({ kind: 'go', to: one });
                  }}
                >
                  <span className={styles['date']}>{Number(one.slice(8))}</span>
                  {found !== undefined && <DayMark day={found} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
