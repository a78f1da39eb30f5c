import { useState } from 'react';
import { useStore } from 'zustand';
import type { PatientWords } from '../../messages/patient/words';
import type { OutcomesKit } from '../../state/outcomes/outcomes-kit';
import { ownDiary } from '../../state/outcomes/own-diary';
import { ClearDiary } from './clear-diary';
import { DiaryEditor } from './diary-editor';
import styles from './diary-editor.module.css';
import { DiaryFiles } from './diary-files';

type Props = {
  /** The patient's id, or `ownDiary`. */
  readonly patient: string;
  readonly words: PatientWords;
  readonly kit: OutcomesKit;
};

/** A patient's diary, as the patient keeps it. Colours and size of text are those of whatever it stands in. */
export function DiaryScreen({ patient, words, kit }: Props) {
  const book = kit.bookOf(patient);
  const state = useStore(book.store);
  const [cleared, setCleared] = useState(0);
  const { say } = words;
  return (
    <div className={styles['screen']} lang={words.language}>
      <h1>{say('diary.title')}</h1>
      {state.kind === 'reading' && <p role="status">{say('diary.loading')}</p>}
      {state.kind === 'failed' && <p role="alert">{say('diary.failed')}</p>}
      {state.kind === 'open' && (
        <>
          <p>{say('diary.intro')}</p>
          {/* What was cleared is not brought back: steps to be taken back and notes not kept go with it. */}
          <DiaryEditor key={cleared} kit={kit} book={book} open={state} words={words} />
          <DiaryFiles kit={kit} book={book} open={state} words={words} patient={null} />
          {patient === ownDiary && (
            <ClearDiary
              book={book}
              words={words}
              empty={state.diary.days.length === 0}
              onCleared={() => {
                setCleared((n) => n + 1);
              }}
            />
          )}
        </>
      )}
    </div>
  );
}
