import '../../messages/later';
import { ClipboardCopy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../messages/translate';
import type { SignedVersion } from '../../record/signed-version';
import { noteText } from '../../state/note-text';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import styles from './copy-note.module.css';

type State = 'shown' | 'copied' | 'refused';

/** The note of a signed version as plain text, for the patient's record elsewhere. It is put down as an export. */
export function CopyNote({ version }: { readonly version: SignedVersion }) {
  const { signing } = useServices();
  const [state, setState] = useState<State>('shown');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (state === 'refused') field.current?.select();
  }, [state]);

  const copy = async (): Promise<void> => {
    // Where nothing can be put down, it is copied all the same.
    await signing()
      .then((desk) => desk.log.append({ kind: 'exported', record: version.session.id }))
      .catch(() => undefined);
    try {
      // Without a secure context, or the browser's leave, there is no clipboard.
      await navigator.clipboard.writeText(noteText(version));
      setState('copied');
    } catch {
      setState('refused');
    }
  };

  return (
    <div className={styles['copy']}>
      <Button icon={<ClipboardCopy size={17} aria-hidden="true" />} onClick={() => void copy()}>
        {t('note.copy')}
      </Button>
      <p role="status">{state === 'shown' ? '' : t(state === 'copied' ? 'note.copied' : 'note.notCopied')}</p>
      {state === 'refused' && (
        <textarea ref={field} readOnly aria-label={t('note.asText')} rows={12} defaultValue={noteText(version)} />
      )}
    </div>
  );
}
