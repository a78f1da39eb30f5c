import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { useServices } from '../services';
import styles from './lock-screen.module.css';
import { useDeed } from './use-deed';

/** Deletes everything on this device, once the word for it was typed. */
export function WipeDialog({ onClose }: { readonly onClose: () => void }) {
  const { vault } = useServices();
  const [typed, setTyped] = useState('');
  const { run, busy, alert } = useDeed();
  const word = t('wipe.word');
  return (
    <Dialog title={t('wipe.title')} closeLabel={t('action.cancel')} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === word) void run(async () => (await vault()).wipe());
        }}
      >
        <p>{t('wipe.body')}</p>
        <TextField
          label={t('wipe.type', { word })}
          autoComplete="off"
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        {alert}
        <div className={styles['row']}>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={busy || typed.trim() !== word}>
            {t('wipe.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
