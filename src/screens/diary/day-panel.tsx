import { CopyPlus, Eraser, Plus } from 'lucide-react';
import type { RefObject } from 'react';
import type { PatientWords } from '../../messages/patient/words';
import { acuteIds, type DiaryDay, missedIds } from '../../outcomes/diary-day';
import {
  sameAs,
  withAttack,
  withAttackChanged,
  withMedicineTurned,
  withMissedTurned,
  withNoMedicine,
  withNote,
  withNothingMissed,
  withoutAttack,
  withSeverity,
} from '../../outcomes/diary-edit';
import type { Day } from '../../record/calendar';
import type { Book } from '../../state/outcomes/book';
import type { DayChange } from '../../state/outcomes/diary-hand';
import { Button } from '../../ui/button';
import { AttackPart } from './attack-part';
import { Chips } from './chips';
import { Ring, Steps } from './day-mark';
import styles from './day-panel.module.css';
import { calendarWords, dayInWords } from './day-words';
import { NoteField } from './note-field';

type Props = {
  readonly words: PatientWords;
  readonly day: Day;
  readonly found: DiaryDay | undefined;
  /** What was recorded of the day before. */
  readonly before: DiaryDay | undefined;
  readonly newId: () => string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Resolves to whether the day holds it now. */
  readonly onEdit: (change: DayChange) => Promise<boolean>;
  readonly book: Book;
  /** Notes that were typed and could not be kept, by day. */
  readonly drafts: Map<Day, string>;
  /** No headache, and on to the next day that is not recorded. */
  readonly onNone: () => void;
  readonly onClear: () => void;
};

const levels = [1, 2, 3] as const;

/** What was written down of a day, and the ways to write it down. */
export function DayPanel({ words, day, found, before, newId, heading, onEdit, onNone, onClear, book, drafts }: Props) {
  const { say } = words;
  const attacks = found?.attacks ?? [];
  const [only] = attacks;
  const edited = (change: (one: DiaryDay) => DiaryDay | null | undefined): Promise<boolean> =>
    onEdit((now) => (now === undefined ? null : change(now)));
  const edit = (change: (one: DiaryDay) => DiaryDay | null | undefined): void => {
    void edited(change);
  };
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles['day']}>
        {calendarWords(words).whole(day)}
      </h2>
      <div role="group" aria-label={say('diary.ask')} className={styles['ask']}>
        <p>{say('diary.ask')}</p>
        <button
          type="button"
          className={styles['none']}
          aria-pressed={found !== undefined && attacks.length === 0}
          onClick={onNone}
        >
          <Ring />
          {say('diary.none')}
        </button>
        {attacks.length < 2 &&
          levels.map((level) => (
            <button
              key={level}
              type="button"
              className={styles['level']}
              aria-pressed={only?.severity === level}
              onClick={() => {
                const id = newId();
                void onEdit((now) => withSeverity(day, now, level, id));
              }}
            >
              <Steps of={level} />
              {say(`diary.level.${level}`)}
            </button>
          ))}
      </div>
      {found === undefined && before !== undefined && before.attacks.length > 0 && (
        <Button
          icon={<CopyPlus size={18} aria-hidden="true" />}
          onClick={() => {
            const copy = sameAs(before, day, newId);
            void onEdit((now) => (now === undefined ? copy : null));
          }}
        >
          {say('diary.same', { what: dayInWords(before, words) })}
        </Button>
      )}
      {found !== undefined && (
        <>
          {attacks.map((attack, i) => (
            <AttackPart
              key={attack.id}
              words={words}
              day={found}
              attack={attack}
              n={attacks.length > 1 ? i + 1 : null}
              book={book}
              onChange={(change) => edited((now) => withAttackChanged(now, attack.id, change))}
              onRemove={() => {
                edit((now) => withoutAttack(now, attack.id) ?? undefined);
              }}
            />
          ))}
          {attacks.length > 0 && (
            <Button
              icon={<Plus size={18} aria-hidden="true" />}
              onClick={() => {
                const attack = { id: newId(), hours: null, severity: null, features: null };
                edit((now) => withAttack(day, now, attack));
              }}
            >
              {say('diary.addAttack')}
            </Button>
          )}
          <Chips
            title={say('diary.medicines')}
            hint={say('diary.tapAll')}
            chips={[
              ...acuteIds.map((one) => ({
                id: one,
                label: say(`diary.medicine.${one}`),
                on: found.acute?.includes(one) ?? false,
                onPress: () => {
                  edit((now) => withMedicineTurned(now, one));
                },
              })),
              {
                id: 'none',
                label: say('diary.noMedicine'),
                on: found.acute?.length === 0 && found.acuteNotAsked === undefined,
                onPress: () => {
                  edit(withNoMedicine);
                },
              },
            ]}
          />
          {attacks.length > 0 && (
            <Chips
              title={say('diary.missedAsk')}
              hint={say('diary.tapAll')}
              chips={[
                ...missedIds.map((one) => ({
                  id: one,
                  label: say(`diary.missed.${one}`),
                  on: found.missed?.includes(one) ?? false,
                  onPress: () => {
                    edit((now) => withMissedTurned(now, one));
                  },
                })),
                {
                  id: 'none',
                  label: say('diary.noMissed'),
                  on: found.missed?.length === 0 && found.missedNotAsked === undefined,
                  onPress: () => {
                    edit(withNothingMissed);
                  },
                },
              ]}
            />
          )}
          <NoteField
            key={day}
            label={say('diary.note')}
            note={found.note ?? ''}
            book={book}
            draft={drafts.get(day) ?? null}
            onNote={async (note) => {
              const kept = await edited((now) => withNote(now, note));
              const state = book.store.getState();
              if (kept) drafts.delete(day);
              // A day that was cleared has no note to come back.
              else if (state.kind !== 'open' || state.problem !== null) drafts.set(day, note);
              return kept;
            }}
          />
          <Button tone="quiet" icon={<Eraser size={18} aria-hidden="true" />} onClick={onClear}>
            {say('diary.clear')}
          </Button>
        </>
      )}
    </>
  );
}
