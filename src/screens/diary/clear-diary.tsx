import { Eraser } from 'lucide-react';
import { useState } from 'react';
import type { PatientWords } from '../../messages/patient/words';
import type { Book } from '../../state/outcomes/book';
import { clearDiary } from '../../state/outcomes/clear-diary';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import styles from './diary-editor.module.css';

type Props = {
  readonly book: Book;
  readonly words: PatientWords;
  readonly empty: boolean;
  readonly onCleared: () => void;
};

/** The whole diary cleared, once it was asked: a device may pass to somebody else. */
export function ClearDiary({ book, words: { say, language }, empty, onCleared }: Props) {
  const [asking, setAsking] = useState(false);
  const stay = () => {
    setAsking(false);
  };
  return (
    <section className={`${styles['card'] ?? ''} ${styles['files'] ?? ''}`} aria-label={say('diary.clearAll')}>
      <div>
        <Button
          tone="quiet"
          disabled={empty}
          icon={<Eraser size={18} aria-hidden="true" />}
          onClick={() => {
            setAsking(true);
          }}
        >
          {say('diary.clearAll')}
        </Button>
      </div>
      {asking && (
        <Dialog title={say('diary.clearAll.ask')} closeLabel={say('diary.close')} onClose={stay}>
          <div lang={language} className={styles['files']}>
            <p>{say('diary.clearAll.text')}</p>
            <div>
              <Button onClick={stay}>{say('diary.clearAll.keep')}</Button>
              <Button
                tone="primary"
                onClick={() => {
                  stay();
                  void clearDiary(book).then((failed) => {
                    if (failed === null) onCleared();
                  });
                }}
              >
                {say('diary.clearAll.go')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </section>
  );
}
