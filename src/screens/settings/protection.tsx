import '../../messages/later';
import { useCallback, useEffect, useState } from 'react';
import { type MessageKey, t } from '../../messages/translate';
import { lockAfter } from '../../state/settings';
import { isTrouble } from '../../state/vault-text';
import type { VaultStatus } from '../../state/vault-desk';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import { WipeDialog } from '../lock/wipe-dialog';
import { useServices, useSettings } from '../services';
import page from '../shell/page.module.css';
import { PassphraseDialog } from './passphrase-dialog';
import { RecoveryDialog } from './recovery-dialog';
import styles from './settings-screen.module.css';

type Asked = 'set' | 'change' | 'remove' | 'keep-none' | 'recovery' | 'wipe';

/** How the records are protected, and everything that changes it. */
export function Protection() {
  const { vault, settings, lock } = useServices();
  const [status, setStatus] = useState<VaultStatus | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<MessageKey | null>(null);
  const minutes = useSettings((s) => s.lockAfter);
  const holdFirst = useSettings((s) => s.holdFirst);
  const readOnly = lock.getState().state === 'read-only';
  const look = useCallback(async () => {
    const found = await (await vault()).status();
    if (!isTrouble(found)) setStatus(found);
  }, [vault]);
  useEffect(() => {
    const first = setTimeout(() => void look());
    return () => {
      clearTimeout(first);
    };
  }, [look]);
  const close = () => {
    setAsked(null);
  };
  const done = (key: MessageKey | null) => {
    close();
    setSaid(key);
    void look();
  };
  const opener = (which: Asked, label: MessageKey, primary = false) => (
    <Button
      tone={primary ? 'primary' : 'plain'}
      onClick={() => {
        setSaid(null);
        setAsked(which);
      }}
    >
      {t(label)}
    </Button>
  );
  const protectedBy = status?.lock === 'passphrase';
  return (
    <section className={page['card']} aria-label={t('protect.title')}>
      <h2>{t('protect.title')}</h2>
      {status !== null && (
        <p>{t(protectedBy ? 'protect.passphrase' : status.lock === 'none' ? 'protect.chosen' : 'protect.none')}</p>
      )}
      {protectedBy && <p>{t(status.hasRecoveryKey ? 'protect.recoveryMade' : 'protect.recoveryNone')}</p>}
      <p role="status" className={page['message']}>
        {said === null ? null : t(said)}
      </p>
      {readOnly ? (
        <p>{t('protect.readOnly')}</p>
      ) : (
        status !== null && (
          <div className={styles['row']}>
            {protectedBy ? (
              <>
                <Button
                  tone="primary"
                  onClick={() => {
                    void vault().then((desk) => desk.lock());
                  }}
                >
                  {t('protect.lockNow')}
                </Button>
                {opener('recovery', 'protect.recovery')}
                {opener('change', 'protect.change')}
                {opener('remove', 'protect.remove')}
              </>
            ) : (
              <>
                {opener('set', 'protect.set', true)}
                {status.lock !== 'none' && opener('keep-none', 'protect.keepNone')}
              </>
            )}
          </div>
        )
      )}
      <div className={styles['fields']}>
        {protectedBy && (
          <SelectField
            label={t('protect.lockAfter')}
            hint={t('protect.lockAfterHint')}
            value={minutes}
            options={lockAfter.map((value) => ({
              value,
              label: value === '0' ? t('protect.never') : t('protect.minutes', { minutes: value }),
            }))}
            onChange={(value) => {
              settings.setState({ lockAfter: value });
            }}
          />
        )}
        <SelectField
          label={t('protect.holdFirst')}
          hint={t('protect.holdFirstHint')}
          value={holdFirst ? 'on' : 'off'}
          options={(['off', 'on'] as const).map((value) => ({ value, label: t(`protect.holdFirst.${value}`) }))}
          onChange={(value) => {
            settings.setState({ holdFirst: value === 'on' });
          }}
        />
      </div>
      <div className={styles['row']}>{opener('wipe', 'wipe.title')}</div>
      {asked === 'wipe' && <WipeDialog onClose={close} />}
      {asked === 'recovery' && <RecoveryDialog onClose={done} />}
      {(asked === 'set' || asked === 'change' || asked === 'remove' || asked === 'keep-none') && (
        <PassphraseDialog asked={asked} onClose={close} onDone={done} />
      )}
    </section>
  );
}
