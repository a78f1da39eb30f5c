import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { PatientWords } from '../../../messages/patient/words';
import type { Diary } from '../../../outcomes/diary';
import type { Book } from '../../../state/outcomes/book';
import {
  beginMapping,
  bytesOf,
  type DiaryTable,
  type FileProblem,
  readTable,
} from '../../../state/outcomes/diary-import';
import type { OutcomesKit } from '../../../state/outcomes/outcomes-kit';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import styles from './import.module.css';
import { ImportForm } from './import-form';

type Props = {
  readonly kit: OutcomesKit;
  readonly book: Book;
  readonly diary: Diary;
  readonly words: PatientWords;
  readonly onClose: () => void;
};

type Picked =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly bytes: Uint8Array; readonly name: string; readonly problem: FileProblem }
  | { readonly kind: 'table'; readonly id: string; readonly name: string; readonly table: DiaryTable }
  | { readonly kind: 'done'; readonly days: number };

/** Days from a file: picked, mapped, looked at, and only then written. */
export function ImportDialog({ kit, book, diary, words, onClose }: Props) {
  const { say } = words;
  const input = useRef<HTMLInputElement>(null);
  const [picked, setPicked] = useState<Picked>({ kind: 'none' });
  const take = (bytes: Uint8Array, name: string, encoding: 'utf-8' | 'windows-1252') => {
    const read = readTable(bytes, encoding);
    setPicked(
      read.ok
        ? { kind: 'table', id: kit.newId(), name, table: read.value }
        : { kind: 'refused', bytes, name, problem: read.error },
    );
  };
  return (
    <Dialog wide title={say('diary.import.title')} closeLabel={say('diary.close')} onClose={onClose}>
      <div className={styles['import']} lang={words.language}>
        <p>{say('diary.import.hint')}</p>
        <div>
          <Button
            icon={<FileUp size={18} aria-hidden="true" />}
            onClick={() => {
              input.current?.click();
            }}
          >
            {say('diary.import.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            aria-label={say('diary.import.choose')}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file === undefined) return;
              void bytesOf(file).then((bytes) => {
                if (bytes.ok) take(bytes.value, file.name, 'utf-8');
                else setPicked({ kind: 'refused', bytes: new Uint8Array(), name: file.name, problem: bytes.error });
              });
            }}
          />
        </div>
        {picked.kind === 'refused' && (
          <>
            <p role="alert" className={styles['problem']}>
              {problemText(picked.problem, words)}
            </p>
            {picked.problem.kind === 'NotUtf8' && (
              <Button
                onClick={() => {
                  take(picked.bytes, picked.name, 'windows-1252');
                }}
              >
                {say('diary.import.western')}
              </Button>
            )}
          </>
        )}
        {picked.kind === 'table' && (
          <>
            <p role="status" className={styles['strong']}>
              {say('diary.import.size', { file: picked.name, n: picked.table.rows.length })}
            </p>
            <ImportForm
              key={picked.id}
              kit={kit}
              book={book}
              diary={diary}
              words={words}
              table={picked.table}
              first={beginMapping(picked.table)}
              onDone={(days) => {
                setPicked({ kind: 'done', days });
              }}
            />
          </>
        )}
        {picked.kind === 'done' && (
          <>
            <p role="status" className={styles['strong']}>
              {say('diary.import.done', { n: picked.days })}
            </p>
            <div>
              <Button tone="primary" onClick={onClose}>
                {say('diary.close')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

function problemText(problem: FileProblem, { say, number }: PatientWords): string {
  switch (problem.kind) {
    case 'TooLarge':
      return say('diary.import.problem.TooLarge', { megabytes: problem.megabytes });
    case 'TooManyRows':
      return say('diary.import.problem.TooManyRows', { most: number(problem.most) });
    default:
      return say(`diary.import.problem.${problem.kind}`);
  }
}
