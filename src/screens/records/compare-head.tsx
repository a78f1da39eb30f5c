import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { readHeadText } from '../../record/chain';
import { storeErrorText } from '../../state/refusal-text';
import { headVerdictText } from '../../state/signature-text';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useServices } from '../services';
import styles from './audit-dialog.module.css';

/** Compares the chain of signed versions with a head that was kept outside: on a printed record, say. */
export function CompareHead() {
  const { signing } = useServices();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<{ readonly sound: boolean; readonly text: string } | null>(null);
  const compare = async () => {
    const outside = readHeadText(typed);
    if (outside === null) {
      setSaid({ sound: false, text: t('audit.compareBad') });
      return;
    }
    const verdict = await (await signing()).compare(outside);
    if (!verdict.ok) setSaid({ sound: false, text: t('audit.failed', { why: storeErrorText(verdict.error) }) });
    else {
      const { kind } = verdict.value;
      setSaid({ sound: kind === 'current' || kind === 'grown', text: headVerdictText(verdict.value) });
    }
  };
  return (
    <form
      className={styles['compare']}
      onSubmit={(event) => {
        event.preventDefault();
        void compare();
      }}
    >
      <TextField
        label={t('audit.compare')}
        hint={t('audit.compareHint')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setSaid(null);
        }}
      />
      <Button type="submit" disabled={typed.trim() === ''}>
        {t('audit.compareDo')}
      </Button>
      {said !== null && (
        <p className={styles['verdict']} data-sound={said.sound} role={said.sound ? 'status' : 'alert'}>
          {said.text}
        </p>
      )}
    </form>
  );
}
