import { Download, FileUp } from 'lucide-react';
import { useState } from 'react';
import type { PatientWords } from '../../messages/patient/words';
import { dayOf } from '../../record/calendar';
import type { Patient } from '../../record/patient';
import type { Book, BookState } from '../../state/outcomes/book';
import type { OutcomesKit } from '../../state/outcomes/outcomes-kit';
import { Button } from '../../ui/button';
import { later } from '../../ui/later';
import styles from './diary-editor.module.css';

const ImportDialog = later(async () => (await import('./import/import-dialog')).ImportDialog);

type Props = {
  readonly kit: OutcomesKit;
  readonly book: Book;
  readonly open: Extract<BookState, { readonly kind: 'open' }>;
  readonly words: PatientWords;
  /** Whose name a file for a clinic bears; null where it names nobody. */
  readonly patient: Patient | null;
};

/** The diary out as a file, and days in from one. */
export function DiaryFiles({ kit, book, open, words, patient }: Props) {
  const { say } = words;
  const [importing, setImporting] = useState(false);
  const { diary } = open;
  const save = async (format: 'csv' | 'fhir') => {
    const { diaryFile } = await import('../../state/outcomes/diary-export');
    const file = diaryFile(format, diary, { patient, today: dayOf(kit.now()), uuid: kit.newId });
    kit.saveFile(file.name, file.content, file.type);
  };
  return (
    <section className={`${styles['card'] ?? ''} ${styles['files'] ?? ''}`} aria-label={say('diary.files')}>
      <h2>{say('diary.files')}</h2>
      <div>
        <Button
          icon={<FileUp size={18} aria-hidden="true" />}
          onClick={() => {
            setImporting(true);
          }}
        >
          {say('diary.import.open')}
        </Button>
        {(['csv', 'fhir'] as const).map((format) => (
          <Button
            key={format}
            disabled={diary.days.length === 0}
            icon={<Download size={18} aria-hidden="true" />}
            onClick={() => void save(format)}
          >
            {say(`diary.export.${format}`)}
          </Button>
        ))}
      </div>
      <p>{say('diary.export.open')}</p>
      {importing && (
        <ImportDialog
          kit={kit}
          book={book}
          diary={diary}
          words={words}
          onClose={() => {
            setImporting(false);
          }}
        />
      )}
    </section>
  );
}
