import '../../../messages/later';
import { type ReactNode, useRef, useState } from 'react';
import { say, t } from '../../../messages/translate';
import type { AssessmentDesk, FileTaken } from '../../../state/learn/assessment-desk';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import styles from './assessment.module.css';

type Props = {
  readonly desk: AssessmentDesk;
  readonly label: string;
  readonly icon: ReactNode;
  readonly isPrimary?: boolean;
};

/** Takes assessments and certificates, several files at once, and says what became of each. */
export function FilesButton({ desk, label, icon, isPrimary = false }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState<readonly FileTaken[] | null>(null);
  return (
    <>
      <Button
        icon={icon}
        tone={isPrimary ? 'primary' : 'plain'}
        title={t('assess.importHint')}
        onClick={() => {
          input.current?.click();
        }}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".json,application/json"
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length === 0) return;
          void desk
            .takeFiles(
              files.map((file) => ({
                name: file.name,
                bytes: async () => new Uint8Array(await file.arrayBuffer()),
              })),
            )
            .then(setTaken);
        }}
      />
      {taken !== null && (
        <Dialog
          title={t('assess.imported')}
          closeLabel={t('action.close')}
          onClose={() => {
            setTaken(null);
          }}
        >
          <ul className={styles['files']}>
            {taken.map(({ name, taken: isTaken, said }, n) => (
              // Two files may bear one name.
              <li key={`${String(n)} ${name}`} data-taken={isTaken}>
                <span>{name}</span>
                {say(said)}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
