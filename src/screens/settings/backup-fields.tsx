import '../../messages/later';
import { useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import type { BackupLocks } from '../../state/backup-desk';
import { isTrouble } from '../../state/vault-text';
import { SelectField } from '../../ui/field';
import { useServices } from '../services';
import { Secret } from './passphrase-dialog';
import styles from './settings-screen.module.css';

type By = 'passphrase' | 'recovery-key' | 'either';

/** What opens the backup that is made: null until that is said whole. */
export function BackupFields({ onChange }: { readonly onChange: (locks: BackupLocks | null) => void }) {
  const { vault } = useServices();
  const [hasKey, setHasKey] = useState(false);
  const [by, setBy] = useState<By>('passphrase');
  const [secret, setSecret] = useState('');
  const [again, setAgain] = useState('');
  useEffect(() => {
    void vault().then(async (desk) => {
      const status = await desk.status();
      if (!isTrouble(status)) setHasKey(status.hasRecoveryKey);
    });
  }, [vault]);
  const say = (now: { by: By; secret: string; again: string }) => {
    setBy(now.by);
    setSecret(now.secret);
    setAgain(now.again);
    const recoveryKey = now.by !== 'passphrase';
    if (now.by === 'recovery-key') onChange({ recoveryKey });
    else onChange(now.secret !== '' && now.secret === now.again ? { passphrase: now.secret, recoveryKey } : null);
  };
  const offered: readonly By[] = hasKey ? ['passphrase', 'recovery-key', 'either'] : ['passphrase'];
  return (
    <>
      <SelectField
        label={t('backup.locks')}
        hint={t(hasKey ? 'backup.locksHint' : 'backup.noKeyYet')}
        value={by}
        options={offered.map((value) => ({ value, label: t(`backup.locks.${value}`) }))}
        onChange={(value) => {
          say({ by: value, secret, again });
        }}
      />
      {by !== 'recovery-key' && (
        <>
          <Secret
            label={t('backup.passphrase')}
            hint={t('protect.nextHint')}
            value={secret}
            onChange={(value) => {
              say({ by, secret: value, again });
            }}
          />
          <Secret
            label={t('backup.again')}
            value={again}
            onChange={(value) => {
              say({ by, secret, again: value });
            }}
          />
          {again !== '' && again !== secret && <p className={styles['problem']}>{t('protect.differ')}</p>}
        </>
      )}
    </>
  );
}
