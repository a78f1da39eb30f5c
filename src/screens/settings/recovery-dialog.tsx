import '../../messages/later';
import { useCallback, useState } from 'react';
import { type MessageKey, t } from '../../messages/translate';
import { isTrouble } from '../../state/vault-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useDeed } from '../lock/use-deed';
import { useServices } from '../services';
import { useToldPrint } from '../use-told-print';
import { Secret } from './passphrase-dialog';
import styles from './settings-screen.module.css';

/** Makes the recovery key and shows it once, to be printed. */
export function RecoveryDialog({ onClose }: { readonly onClose: (said: MessageKey | null) => void }) {
  const { vault, signing } = useServices();
  const [current, setCurrent] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const { run, busy, waiting, alert } = useDeed();
  const tellPrint = useCallback(async () => (await signing()).log.append({ kind: 'recovery-key-printed' }), [signing]);
  const printIt = useToldPrint(key === null ? null : tellPrint);
  const close = () => {
    onClose(null);
  };
  return (
    <Dialog title={t('protect.recovery')} closeLabel={t('action.close')} onClose={close}>
      {key === null ? (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            void run(async () => {
              const made = await (await vault()).makeRecoveryKey(current);
              if (isTrouble(made)) return made;
              setKey(made.key);
              return null;
            });
          }}
        >
          <p>{t('protect.recoveryBody')}</p>
          <Secret label={t('protect.current')} known value={current} onChange={setCurrent} />
          {alert}
          <div className={styles['end']}>
            <Button onClick={close}>{t('action.cancel')}</Button>
            <Button type="submit" tone="primary" disabled={busy || waiting || current === ''}>
              {t('protect.recoveryShow')}
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles['form']}>
          <div className={styles['printed']}>
            <h3>{t('protect.recoveryPrinted')}</h3>
            <p className={styles['key']}>{key}</p>
            <p>{t('protect.recoveryBody')}</p>
          </div>
          <p className={styles['warn']}>{t('protect.recoveryOnce')}</p>
          <div className={styles['end']}>
            <Button onClick={printIt}>{t('protect.print')}</Button>
            <Button tone="primary" onClick={close}>
              {t('protect.written')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
