import { Check, TriangleAlert } from 'lucide-react';
import type { PatientWords } from '../../messages/patient/words';
import type { StoreError } from '../../record/ports';
import type { BookState } from '../../state/outcomes/book';
import styles from './diary-editor.module.css';

type Props = { readonly words: PatientWords; readonly open: Extract<BookState, { readonly kind: 'open' }> };

/** Whether what was changed is kept. */
export function SaveState({ words: { say }, open: { saving, problem } }: Props) {
  return (
    <p role="status" aria-label={say('diary.saveState')} className={styles['saved']} data-failed={problem !== null}>
      {problem === null ? <Check size={18} aria-hidden="true" /> : <TriangleAlert size={18} aria-hidden="true" />}
      {problem !== null
        ? say('diary.notSaved', { why: say(`diary.why.${whyOf(problem)}`) })
        : say(saving ? 'diary.saving' : 'diary.saved')}
    </p>
  );
}

function whyOf({ kind }: StoreError): 'full' | 'readOnly' | 'other' {
  return kind === 'DiskFull' ? 'full' : kind === 'ReadOnly' ? 'readOnly' : 'other';
}
