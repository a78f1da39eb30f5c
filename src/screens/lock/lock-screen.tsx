import '../../messages/later';
import { Lock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../messages/translate';
import { isTrouble } from '../../state/vault-text';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useServices } from '../services';
import { AtWorkDialog } from '../shell/at-work-dialog';
import { Mark } from '../shell/mark';
import { useTitle } from '../use-title';
import { DeedForm } from './deed-form';
import styles from './lock-screen.module.css';
import { WipeDialog } from './wipe-dialog';

/** What stands before a vault with a passphrase. Nothing of a record is in the page behind it. */
export function LockScreen() {
  const { vault, lock } = useServices();
  useTitle(t('lock.title'));
  const [way, setWay] = useState<'passphrase' | 'emergency' | 'reset' | 'wipe'>('passphrase');
  useEffect(() => {
    // A device that has no passphrase after all opens at once.
    void vault().then(async (desk) => {
      const status = await desk.status();
      if (isTrouble(status)) return;
      if (status.lock !== 'passphrase') lock.setState({ state: 'open' });
    });
  }, [vault, lock]);
  const mayWork = useStore(lock, (box) => box.mayWork);
  if (mayWork !== undefined) {
    return (
      <AtWorkDialog
        profiles={mayWork}
        onClose={() => {
          lock.setState({ state: 'open' });
        }}
      />
    );
  }
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
  const [passphrase, setPassphrase] = useState('');
  return (
    <DeedForm
      body={t('lock.body')}
      action={t('lock.unlock')}
      doing={t('lock.unlocking')}
      ready={passphrase !== ''}
      deed={(desk) => desk.unlock(passphrase)}
      onEnd={(done) => {
        if (!done) setPassphrase('');
      }}
    >
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
    </DeedForm>
  );
}

function Emergency() {
  const [key, setKey] = useState('');
  return (
    <DeedForm
      title={t('lock.emergency')}
      body={t('lock.emergencyBody')}
      action={t('lock.emergencyOpen')}
      doing={t('lock.unlocking')}
      ready={key !== ''}
      deed={(desk) => desk.emergencyView(key)}
    >
      <RecoveryField value={key} onChange={setKey} />
    </DeedForm>
  );
}

function Reset({ onDone }: { readonly onDone: () => void }) {
  const [key, setKey] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  return (
    <DeedForm
      title={t('lock.forgotten')}
      body={t('lock.forgottenBody')}
      action={t('protect.set')}
      ready={key !== '' && next !== '' && next === again}
      deed={(desk) => desk.resetPassphrase(key, next)}
      onEnd={(done) => {
        if (done) onDone();
      }}
    >
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
        problem={next !== again && again !== '' ? t('protect.differ') : null}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={(event) => {
          setAgain(event.target.value);
        }}
      />
    </DeedForm>
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
