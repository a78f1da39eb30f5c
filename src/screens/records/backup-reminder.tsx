import '../../messages/later';
import { useEffect, useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import { backupAge } from '../../state/backup-age';
import { routeFragment } from '../../state/route';
import { isTrouble } from '../../state/vault-text';
import { useServices } from '../services';
import { useOutcomes } from '../use-book';
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

type Props = {
  readonly due: Message;
  /** How many sessions are kept. Without one, a patient's file or diary is worth a backup as well. */
  readonly sessions: number;
};

export function BackupReminder({ due, sessions }: Props) {
  const outcomes = useOutcomes();
  const [holds, setHolds] = useState(false);
  useEffect(() => {
    if (sessions > 0) return;
    void outcomes?.holdsAny().then(
      (any) => {
        setHolds(any.ok && any.value);
      },
      () => undefined,
    );
  }, [outcomes, sessions]);
  if (sessions === 0 && !holds) return null;
  return (
    <div className={styles['remind']}>
      <span>{say(due)}</span>
      <a href={routeFragment({ screen: 'settings', part: 'backup' })}>{t('backup.remind')}</a>
    </div>
  );
}
