import '../../messages/later';
import { useEffect, useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import { backupAge } from '../../state/backup-age';
import { routeFragment } from '../../state/route';
import { isTrouble } from '../../state/vault-text';
import { useServices } from '../services';
import styles from './records-screen.module.css';

/** What to say of a last backup that is old; null where nothing is due, undefined until that is known. */
export function useBackupDue(): Message | null | undefined {
  const { vault, chart, lock } = useServices();
  const [due, setDue] = useState<Message | null>();
  useEffect(() => {
    const find = async (): Promise<Message | null> => {
      if (lock.getState().state === 'read-only') return null;
      const status = await (await vault()).status();
      if (isTrouble(status) || status.lock === 'new') return null;
      const { old, message } = backupAge(status.lastBackupAt, Date.parse(chart.now()));
      return old ? message : null;
    };
    void find().then(setDue, (defect: unknown) => {
      // The sessions do not wait for a reminder that cannot be had.
      setDue(null);
      throw defect;
    });
  }, [vault, chart, lock]);
  return due;
}

export function BackupReminder({ due }: { readonly due: Message }) {
  return (
    <div className={styles['remind']}>
      <span>{say(due)}</span>
      <a href={routeFragment({ screen: 'settings' })}>{t('backup.remind')}</a>
    </div>
  );
}
