import { ClipboardCopy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import styles from './copy-text.module.css';

type Props = {
  /** The session that the text is of. */
  readonly record: string;
  readonly text: () => string;
  readonly words: Readonly<Record<'copy' | 'copied' | 'notCopied' | 'asText', string>>;
  /** Lines of the field that shows it. */
  readonly rows: number;
};

type State = 'shown' | 'copied' | 'refused';

/** Copies a text of a session; put down as an export, and shown to be copied by hand where the browser does not let it. */
export function CopyText({ record, text, words, rows }: Props) {
  const { signing } = useServices();
  const [state, setState] = useState<State>('shown');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (state === 'refused') field.current?.select();
  }, [state]);

  const copy = async (): Promise<void> => {
    // Where nothing can be put down, it is copied all the same.
    await signing()
      .then((desk) => desk.log.append({ kind: 'exported', record }))
      .catch(() => undefined);
    try {
      // Without a secure context, or the browser's leave, there is no clipboard.
      await navigator.clipboard.writeText(text());
      setState('copied');
    } catch {
      setState('refused');
    }
  };

  return (
    <div className={styles['copy']}>
      <Button icon={<ClipboardCopy size={17} aria-hidden="true" />} onClick={() => void copy()}>
        {words.copy}
      </Button>
      <p role="status">{state === 'shown' ? '' : state === 'copied' ? words.copied : words.notCopied}</p>
      {state === 'refused' && <textarea ref={field} readOnly aria-label={words.asText} rows={rows} value={text()} />}
    </div>
  );
}
