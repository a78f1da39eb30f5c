import '../../messages/later';
import { Lock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import { isTrouble } from '../../state/vault-text';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useServices } from '../services';
import { Mark } from '../shell/mark';
import styles from './lock-screen.module.css';
import { useDeed } from './use-deed';
import { WipeDialog } from './wipe-dialog';

/** What stands before a vault with a passphrase. Nothing of a record is in the page behind it. */
export function LockScreen() {
  const { vault, lock } = useServices();
  const [way, setWay] = useState<'passphrase' | 'emergency' | 'reset' | 'wipe'>('passphrase');
  useEffect(() => {
    // A device that has no passphrase after all opens at once.
    void vault().then(async (desk) => {
      const status = await desk.status();
      if (isTrouble(status)) return;
      if (status.lock !== 'passphrase') lock.setState({ state: 'open' });
    });
  }, [vault, lock]);
  return (
    <main className={styles['screen']}>
      <div className={styles['card']}>
        <p className={styles['mark']}>
          <Mark />
          {t('app.name')}
        </p>
        <h1>
          <Lock size={20} aria-hidden="true" />
          {t('lock.title')}
        </h1>
        {way === 'emergency' ? (
          <Emergency />
        ) : way === 'reset' ? (
          <Reset
            onDone={() => {
              setWay('passphrase');
            }}
          />
        ) : (
          <Passphrase />
        )}
        <div className={styles['ways']}>
          {way === 'passphrase' || way === 'wipe' ? (
            <>
              <Button
                tone="quiet"
                onClick={() => {
                  setWay('emergency');
                }}
              >
                {t('lock.emergency')}
              </Button>
              <Button
                tone="quiet"
                onClick={() => {
                  setWay('reset');
                }}
              >
                {t('lock.forgotten')}
              </Button>
              <Button
                tone="quiet"
                onClick={() => {
                  setWay('wipe');
                }}
              >
                {t('wipe.title')}
              </Button>
            </>
          ) : (
            <Button
              tone="quiet"
              onClick={() => {
                setWay('passphrase');
              }}
            >
              {t('lock.back')}
            </Button>
          )}
        </div>
      </div>
      {way === 'wipe' && (
        <WipeDialog
          onClose={() => {
            setWay('passphrase');
          }}
        />
      )}
    </main>
  );
}

function Passphrase() {
  const { vault } = useServices();
  const [passphrase, setPassphrase] = useState('');
  const { run, busy, waiting, alert } = useDeed();
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => (await vault()).unlock(passphrase)).then((done) => {
          if (!done) setPassphrase('');
        });
      }}
    >
      <p>{t('lock.body')}</p>
      <TextField
        label={t('lock.passphrase')}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={passphrase}
        onChange={(event) => {
          setPassphrase(event.target.value);
        }}
      />
      {alert}
      <Button type="submit" tone="primary" size="large" wide disabled={busy || waiting || passphrase === ''}>
        {t(busy ? 'lock.unlocking' : 'lock.unlock')}
      </Button>
    </form>
  );
}

function Emergency() {
  const { vault } = useServices();
  const [key, setKey] = useState('');
  const { run, busy, waiting, alert } = useDeed();
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => (await vault()).emergencyView(key));
      }}
    >
      <h2>{t('lock.emergency')}</h2>
      <p>{t('lock.emergencyBody')}</p>
      <RecoveryField value={key} onChange={setKey} />
      {alert}
      <Button type="submit" tone="primary" size="large" wide disabled={busy || waiting || key === ''}>
        {t(busy ? 'lock.unlocking' : 'lock.emergencyOpen')}
      </Button>
    </form>
  );
}

function Reset({ onDone }: { readonly onDone: () => void }) {
  const { vault } = useServices();
  const [key, setKey] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const { run, busy, waiting, alert } = useDeed();
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => (await vault()).resetPassphrase(key, next)).then((done) => {
          if (done) onDone();
        });
      }}
    >
      <h2>{t('lock.forgotten')}</h2>
      <p>{t('lock.forgottenBody')}</p>
      <RecoveryField value={key} onChange={setKey} />
      <TextField
        label={t('protect.next')}
        hint={t('protect.nextHint')}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={(event) => {
          setNext(event.target.value);
        }}
      />
      <TextField
        label={t('protect.again')}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={(event) => {
          setAgain(event.target.value);
        }}
      />
      {next !== again && again !== '' && <p className={styles['problem']}>{t('protect.differ')}</p>}
      {alert}
      <Button
        type="submit"
        tone="primary"
        size="large"
        wide
        disabled={busy || waiting || key === '' || next === '' || next !== again}
      >
        {t('protect.set')}
      </Button>
    </form>
  );
}

function RecoveryField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <TextField
      label={t('lock.recoveryKey')}
      hint={t('lock.recoveryKeyHint')}
      autoComplete="off"
      autoFocus
      spellCheck={false}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
