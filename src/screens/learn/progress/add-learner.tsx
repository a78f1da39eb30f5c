import '../../../messages/later';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../../messages/translate';
import { storeErrorText } from '../../../state/refusal-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { useLearning } from '../use-learning';
import styles from './progress.module.css';

/** Another learner on this device: a name is all that is asked for. */
export function AddLearner({ onClose }: { readonly onClose: () => void }) {
  const { desk } = useLearning();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // After the dialog has opened, which gives the keyboard to its first button.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <Dialog title={t('progress.addTitle')} closeLabel={t('progress.close')} onClose={onClose}>
      <form
        ref={form}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          void desk.add(name).then((error) => {
            if (error === null) onClose();
            else setProblem(t('progress.notKept', { why: storeErrorText(error) }));
          });
        }}
      >
        <TextField
          label={t('progress.nameOf')}
          hint={t('progress.nameHint')}
          value={name}
          problem={problem}
          autoComplete="off"
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <Button type="submit" tone="primary" size="large" disabled={name.trim() === ''}>
          {t('progress.add')}
        </Button>
      </form>
    </Dialog>
  );
}
