import { useMemo, useState } from 'react';
import type { PatientWords } from '../../../messages/patient/words';
import type { Diary } from '../../../outcomes/diary';
import { type Day, dayOf } from '../../../record/calendar';
import type { Book } from '../../../state/outcomes/book';
import {
  type DiaryTable,
  type Mapping,
  missingIn,
  needsNoMapping,
  planOf,
  withImported,
  withRole,
} from '../../../state/outcomes/diary-import';
import type { OutcomesKit } from '../../../state/outcomes/outcomes-kit';
import { Button } from '../../../ui/button';
import { DialogFoot } from '../../../ui/dialog-foot';
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
  const missing = missingIn(mapping);
  const plan = useMemo(
    () => (missing === null ? planOf(table, mapping, diary, ports) : null),
    [missing, table, mapping, diary, ports],
  );
  const differing = plan?.days.filter(({ against }) => typeof against === 'object') ?? [];
  const coming =
    plan?.days.filter(({ against, day }) => against === 'new' || (against !== 'same' && theirs.has(day.day))).length ??
    0;
  const write = async () => {
    if (plan === null) return;
    setBusy(true);
    // What another window has written meanwhile counts: it is told what came in, not what was to.
    let written = 0;
    const error = await book.changeDiary((now) => {
      const imported = withImported(now, plan, (day) => theirs.has(day));
      written = imported.written;
      return imported.diary;
    });
    setBusy(false);
    setFailed(error !== null);
    if (error === null) onDone(written);
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
      {missing !== null && (
        <p role="status" className={styles['strong']}>
          {say(`diary.import.need.${missing}`)}
        </p>
      )}
      {plan !== null && <ImportResult words={words} plan={plan} />}
      {differing.length > 0 && <ImportConflicts words={words} days={differing} theirs={theirs} onTheirs={setTheirs} />}
      {failed && (
        <p role="alert" className={styles['problem']}>
          {say('diary.notSaved', { why: say('diary.why.other') })}
        </p>
      )}
      <DialogFoot>
        <Button tone="primary" size="large" disabled={coming === 0 || busy} onClick={() => void write()}>
          {coming === 0 ? say('diary.import.nothing') : say('diary.import.go', { n: coming })}
        </Button>
      </DialogFoot>
    </>
  );
}
