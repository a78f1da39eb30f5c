import { useMemo, useState } from 'react';
import type { PatientWords } from '../../../messages/patient/words';
import type { Diary } from '../../../outcomes/diary';
import { type Day, dayOf } from '../../../record/calendar';
import type { Book } from '../../../state/outcomes/book';
import {
  type DiaryTable,
  isUsable,
  type Mapping,
  needsNoMapping,
  planOf,
  withImported,
  withRole,
} from '../../../state/outcomes/diary-import';
import type { OutcomesKit } from '../../../state/outcomes/outcomes-kit';
import { Button } from '../../../ui/button';
import styles from './import.module.css';
import { ImportColumns } from './import-columns';
import { ImportConflicts } from './import-conflicts';
import { ImportQuestions } from './import-questions';
import { ImportResult } from './import-result';

type Props = {
  readonly kit: OutcomesKit;
  readonly book: Book;
  readonly diary: Diary;
  readonly words: PatientWords;
  readonly table: DiaryTable;
  readonly first: Mapping;
  readonly onDone: (days: number) => void;
};

/** What the columns are, what the cells mean, what comes in, and the button that writes it. */
export function ImportForm({ kit, book, diary, words, table, first, onDone }: Props) {
  const { say } = words;
  const [mapping, setMapping] = useState(first);
  const [theirs, setTheirs] = useState<ReadonlySet<Day>>(new Set());
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [ports] = useState(() => ({ today: dayOf(kit.now()), newId: kit.newId }));
  const usable = isUsable(mapping);
  const plan = useMemo(
    () => (usable ? planOf(table, mapping, diary, ports) : null),
    [usable, table, mapping, diary, ports],
  );
  const differing = plan?.days.filter(({ against }) => typeof against === 'object') ?? [];
  const coming =
    plan?.days.filter(({ against, day }) => against === 'new' || (against !== 'same' && theirs.has(day.day))).length ??
    0;
  const write = async () => {
    if (plan === null) return;
    setBusy(true);
    const error = await book.changeDiary((now) => withImported(now, plan, (day) => theirs.has(day)));
    setBusy(false);
    setFailed(error !== null);
    if (error === null) onDone(coming);
  };
  return (
    <>
      {needsNoMapping(table) ? (
        <p>{say('diary.import.ours')}</p>
      ) : (
        <>
          <ImportColumns
            words={words}
            table={table}
            mapping={mapping}
            onRole={(column, role) => {
              setMapping((now) => withRole(table, now, column, role));
            }}
          />
          <ImportQuestions
            words={words}
            table={table}
            mapping={mapping}
            repeated={plan?.repeated ?? 0}
            onChange={setMapping}
          />
        </>
      )}
      {plan === null ? (
        <p role="status" className={styles['strong']}>
          {say(mapping.roles.includes('date') ? 'diary.import.needOrder' : 'diary.import.needDate')}
        </p>
      ) : (
        <ImportResult words={words} plan={plan} />
      )}
      {differing.length > 0 && <ImportConflicts words={words} days={differing} theirs={theirs} onTheirs={setTheirs} />}
      {failed && (
        <p role="alert" className={styles['problem']}>
          {say('diary.notSaved', { why: say('diary.why.other') })}
        </p>
      )}
      <div className={styles['foot']}>
        <Button tone="primary" size="large" disabled={coming === 0 || busy} onClick={() => void write()}>
          {coming === 0 ? say('diary.import.nothing') : say('diary.import.go', { n: coming })}
        </Button>
      </div>
    </>
  );
}
