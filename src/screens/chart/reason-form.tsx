import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import styles from './reason-form.module.css';

type Props = {
  readonly action: string;
  /** Records it with the reason; what was wrong comes back as text. */
  readonly send: (reason: string) => string | null;
};

/** A reason, and the button that goes with it. */
export function ReasonForm({ action, send }: Props) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(send(reason));
      }}
    >
      <TextField
        label={t('visit.reason')}
        value={reason}
        problem={problem}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <Button type="submit">{action}</Button>
    </form>
  );
}
