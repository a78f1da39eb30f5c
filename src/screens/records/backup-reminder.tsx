import '../../messages/later';
import { useEffect, useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import { backupAge } from '../../state/backup-age';
import { routeFragment } from '../../state/route';
import { isTrouble } from '../../state/vault-text';
import { useServices } from '../services';
import styles from './records-screen.module.css';

/** Says so where the last backup is old. A device that keeps nothing yet is not reminded. */
export function BackupReminder() {
  const { vault, chart, lock } = useServices();
  const [due, setDue] = useState<Message | null>(null);
  useEffect(() => {
    if (lock.getState().state === 'read-only') return;
    void vault().then(async (desk) => {
      const status = await desk.status();
      if (isTrouble(status) || status.lock === 'new') return;
      const { old, message } = backupAge(status.lastBackupAt, Date.parse(chart.now()));
      if (old) setDue(message);
    });
  }, [vault, chart, lock]);
  if (due === null) return null;
  return (
    <div className={styles['remind']}>
      <span>{say(due)}</span>
      <a href={routeFragment({ screen: 'settings' })}>{t('backup.remind')}</a>
    </div>
  );
}
