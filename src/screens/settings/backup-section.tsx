import '../../messages/later';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import { backupAge, oldBackupDays } from '../../state/backup-age';
import { isTrouble } from '../../state/vault-text';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import page from '../shell/page.module.css';
import { BackupDialog } from './backup-dialog';
import styles from './settings-screen.module.css';

const deeds = ['make', 'check', 'restore'] as const;
export type BackupDeed = (typeof deeds)[number];

/** Backups: how old the last one is, making, checking and restoring one. `sought`: brought into sight, as what was asked for. */
export function BackupSection({ sought }: { readonly sought: boolean }) {
  const { vault, chart, lock } = useServices();
  const [age, setAge] = useState<{ readonly old: boolean; readonly message: Message } | null>(null);
  const [asked, setAsked] = useState<BackupDeed | null>(null);
  const look = useCallback(async () => {
    const status = await (await vault()).status();
    if (!isTrouble(status)) setAge(backupAge(status.lastBackupAt, Date.parse(chart.now())));
  }, [vault, chart]);
  useEffect(() => {
    const first = setTimeout(() => void look());
    return () => {
      clearTimeout(first);
    };
  }, [look]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!sought) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [sought]);
  const readOnly = lock.getState().state === 'read-only';
  return (
    <section className={page['card']} aria-label={t('backup.title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('backup.title')}
      </h2>
      <p>{t('backup.body')}</p>
      {age !== null && (
        <p className={age.old ? styles['warn'] : undefined}>
          {say(age.message)} {age.old && t('backup.due', { days: oldBackupDays })}
        </p>
      )}
      <div className={styles['row']}>
        {deeds.map((deed) => (
          <Button
            key={deed}
            tone={deed === 'make' ? 'primary' : 'plain'}
            disabled={deed === 'restore' && readOnly}
            onClick={() => {
              setAsked(deed);
            }}
          >
            {t(`backup.${deed}`)}
          </Button>
        ))}
      </div>
      {asked !== null && (
        <BackupDialog
          deed={asked}
          onClose={() => {
            setAsked(null);
            void look();
          }}
        />
      )}
    </section>
  );
}
