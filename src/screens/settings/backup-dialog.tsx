import '../../messages/later';
import { useState } from 'react';
import { say, t } from '../../messages/translate';
import type { BackupLocks, BackupOutcome, ConflictLine } from '../../state/backup-desk';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SelectField, TextField } from '../../ui/field';
import { useServices } from '../services';
import { BackupFields } from './backup-fields';
import type { BackupDeed } from './backup-section';
import { Secret } from './passphrase-dialog';
import styles from './settings-screen.module.css';

type Outcome = BackupOutcome & { readonly conflicts?: readonly ConflictLine[] };

/** Makes a backup, or opens one to check or restore it, and says what came of it. */
export function BackupDialog({ deed, onClose }: { readonly deed: BackupDeed; readonly onClose: () => void }) {
  const { vault } = useServices();
  const [file, setFile] = useState<File | null>(null);
  const [by, setBy] = useState<'passphrase' | 'recovery-key'>('passphrase');
  const [secret, setSecret] = useState('');
  const [locks, setLocks] = useState<BackupLocks | null>(null);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const making = deed === 'make';
  const ready = making ? locks !== null : secret !== '' && file !== null;

  const work = async (take: readonly string[] = []): Promise<Outcome | null> => {
    const desk = await (await vault()).backup();
    if (making) return locks === null ? null : desk.make(locks);
    if (file === null) return null;
    const opener = by === 'passphrase' ? ({ by, passphrase: secret } as const) : ({ by, key: secret } as const);
    return deed === 'check' ? desk.check(file, opener) : desk.restore(file, opener, take);
  };
  const start = (take?: readonly string[]) => {
    setBusy(true);
    void work(take)
      .then(setOutcome)
      .finally(() => {
        setBusy(false);
      });
  };

  return (
    <Dialog title={t(`backup.${deed}`)} closeLabel={t('action.close')} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) start();
        }}
      >
        <p>{t(`backup.${deed}Body`)}</p>
        {making ? (
          <BackupFields onChange={setLocks} />
        ) : (
          <>
            <TextField
              label={t('backup.file')}
              type="file"
              accept=".aliquot-backup"
              onChange={(event) => {
                setFile(event.target.files?.[0] ?? null);
                setOutcome(null);
              }}
            />
            <SelectField
              label={t('backup.opener')}
              value={by}
              options={(['passphrase', 'recovery-key'] as const).map((value) => ({
                value,
                label: t(`backup.opener.${value}`),
              }))}
              onChange={setBy}
            />
            <Secret
              label={t(by === 'passphrase' ? 'backup.passphrase' : 'lock.recoveryKey')}
              known
              value={secret}
              onChange={setSecret}
            />
          </>
        )}
        <p role="alert" className={styles['problem']}>
          {outcome !== null && !outcome.ok ? say(outcome.message) : null}
        </p>
        <div role="status" className={styles['told']}>
          {outcome?.ok === true && <p>{say(outcome.message)}</p>}
          {outcome?.more.map((message) => (
            <p key={message.key}>{say(message)}</p>
          ))}
        </div>
        {outcome?.conflicts !== undefined && outcome.conflicts.length > 0 && (
          <ul className={styles['conflicts']}>
            {outcome.conflicts.map(({ id, message, take }) => (
              <li key={id}>
                {say(message)}
                {take && (
                  <Button
                    disabled={busy}
                    onClick={() => {
                      start([id]);
                    }}
                  >
                    {t('backup.take')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        <div className={styles['end']}>
          <Button onClick={onClose}>{t('action.close')}</Button>
          {!(making && outcome?.ok === true) && (
            <Button type="submit" tone="primary" disabled={busy || !ready}>
              {t(busy ? 'backup.working' : `backup.${deed}Now`)}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
