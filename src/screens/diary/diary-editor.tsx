import { ChevronLeft, ChevronRight, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { PatientWords } from '../../messages/patient/words';
import { dayIn } from '../../outcomes/diary';
import {
  withMedicineTold,
  withMigraineTurned,
  withNoMedicine,
  withoutHeadache,
  withSeverity,
} from '../../outcomes/diary-edit';
import { dayFrom, nextUnrecorded } from '../../outcomes/diary-month';
import { type Day, dayOf, lastDayOf, monthsBefore } from '../../record/calendar';
import type { Book, BookState } from '../../state/outcomes/book';
import type { DayChange } from '../../state/outcomes/diary-hand';
import type { OutcomesKit } from '../../state/outcomes/outcomes-kit';
import { Button } from '../../ui/button';
import { useSettings } from '../services';
import styles from './diary-editor.module.css';
import { DayPanel } from './day-panel';
import { calendarWords, dayInWords } from './day-words';
import type { GridAct } from './grid-keys';
import { KeyHelp } from './key-help';
import { MonthGrid } from './month-grid';
import { SaveState } from './save-state';
import { SignHelp } from './sign-help';
import { useDiary } from './use-diary';

type Props = {
  readonly kit: OutcomesKit;
  readonly book: Book;
  readonly open: Extract<BookState, { readonly kind: 'open' }>;
  readonly words: PatientWords;
};

/** A month of a diary and the day that is chosen in it. */
export function DiaryEditor({ kit, book, open, words }: Props) {
  const { say } = words;
  const { diary } = open;
  const letters = useSettings(({ letterKeys }) => letterKeys);
  const today = dayOf(kit.now());
  const [day, setDay] = useState<Day>(today);
  const [focused, setFocused] = useState(0);
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const { edit, undo, canUndo } = useDiary(book);
  const found = dayIn(diary, day);
  const month = day.slice(0, 7);

  const [drafts] = useState(() => new Map<Day, string>());

  const tell = (of: Day, key: 'diary.said' | 'diary.cleared' | 'diary.undoChanged' = 'diary.said') => {
    const state = book.store.getState();
    const what = state.kind === 'open' ? dayInWords(dayIn(state.diary, of), words) : '';
    setSaid(say(key, { day: words.day(of), what }));
  };
  /** What the vault holds when its turn has come is what is changed: keys may come faster than it is shown. */
  const change = async (by: DayChange, onUnrecorded?: string): Promise<boolean> => {
    const kept = await edit(day, by);
    const state = book.store.getState();
    const isRecorded = state.kind === 'open' && dayIn(state.diary, day) !== undefined;
    if (isRecorded || onUnrecorded === undefined) tell(day);
    else setSaid(onUnrecorded);
    return kept;
  };
  const go = (to: Day, byKey: boolean) => {
    setDay(to);
    if (byKey) setFocused((n) => n + 1);
  };
  const clear = () => {
    void edit(day, () => undefined).then(() => {
      tell(day, 'diary.cleared');
    });
  };
  const takeBack = () => {
    void undo().then((done) => {
      if (done === null) return;
      setDay(done.day);
      tell(done.day, done.kind === 'changed' ? 'diary.undoChanged' : 'diary.said');
    });
  };
  const act = (asked: GridAct, byKey = true) => {
    switch (asked.kind) {
      case 'go':
        go(asked.to, byKey);
        return;
      case 'none':
        void change((now) => withoutHeadache(day, now));
        return;
      case 'severity':
      case 'migraine': {
        const id = kit.newId();
        void change((now) => {
          // Which one of several is meant, the keys cannot say.
          if ((now?.attacks.length ?? 0) > 1) heading.current?.focus();
          return asked.kind === 'severity' ? withSeverity(day, now, asked.level, id) : withMigraineTurned(day, now, id);
        });
        return;
      }
      case 'medicine':
      case 'no-medicine':
        void change(
          (now) => (asked.kind === 'medicine' ? withMedicineTold(now, asked.one) : withNoMedicine(now)),
          say('diary.first'),
        );
        return;
      case 'open':
        heading.current?.focus();
        heading.current?.scrollIntoView({ block: 'nearest' });
        return;
      case 'clear':
        clear();
        return;
      case 'undo':
        takeBack();
        return;
    }
  };
  const last = lastDayOf(month) ?? day;
  const end = last > today ? today : last;
  const past = Number(end.slice(8));
  const recorded = diary.days.filter((one) => one.day.startsWith(month) && one.day <= today).length;
  const later = monthsBefore(day, -1);
  return (
    <div className={styles['editor']}>
      <section className={styles['card']} aria-label={calendarWords(words).month(month)}>
        <div className={styles['months']}>
          <Button
            aria-label={say('diary.earlier')}
            icon={<ChevronLeft size={20} aria-hidden="true" />}
            onClick={() => {
              go(monthsBefore(day, 1), false);
            }}
          />
          <h2>{calendarWords(words).month(month)}</h2>
          <Button
            aria-label={say('diary.later')}
            disabled={later.slice(0, 7) > today.slice(0, 7)}
            icon={<ChevronRight size={20} aria-hidden="true" />}
            onClick={() => {
              go(later > today ? today : later, false);
            }}
          />
          <Button
            disabled={day === today}
            onClick={() => {
              go(today, false);
            }}
          >
            {say('diary.today')}
          </Button>
        </div>
        <MonthGrid
          words={words}
          diary={diary}
          day={day}
          today={today}
          letters={letters}
          focused={focused}
          onAct={(asked) => {
            act(asked);
          }}
        />
        <div className={styles['state']}>
          <SaveState words={words} open={open} />
          <span>{say('diary.recorded', { n: recorded, all: past })}</span>
          <Button disabled={!canUndo} icon={<Undo2 size={18} aria-hidden="true" />} onClick={takeBack}>
            {say('diary.undo')}
          </Button>
        </div>
        <p role="status" className={styles['said']}>
          {said}
        </p>
      </section>
      <section
        className={`${styles['card'] ?? ''} ${styles['panel'] ?? ''}`}
        aria-label={words.day(day)}
        onKeyDown={(event) => {
          // Back to the day from wherever its panel was filled in.
          if (event.key !== 'Escape') return;
          setFocused((n) => n + 1);
        }}
      >
        <DayPanel
          key={day}
          words={words}
          day={day}
          found={found}
          before={dayIn(diary, dayFrom(day, -1))}
          newId={kit.newId}
          heading={heading}
          book={book}
          drafts={drafts}
          onEdit={(by) => change(by)}
          onNone={() => {
            const next = nextUnrecorded(diary, day, today);
            void change((now) => withoutHeadache(day, now));
            if (next !== null) setDay(next);
          }}
          onClear={clear}
        />
      </section>
      <div className={styles['help']}>
        <SignHelp words={words} />
        <KeyHelp words={words} letters={letters} />
      </div>
    </div>
  );
}
