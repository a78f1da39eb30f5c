import '../../messages/later';
import { FilePen } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { useServices } from '../services';
import styles from './form.module.css';
import { useSigner } from './use-signer';

/** Adds words to a signed session, with author and reason, as its next version. */
export function AmendDialog({ session }: { readonly session: string }) {
  const { chart } = useServices();
  const signer = useSigner();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  const amend = async () => {
    const signed = await signer.sign((desk, who) => desk.addendum(session, { text, reason }, who));
    if (signed === null) return;
    close();
    await chart.reload(session);
    chart.say({ key: 'said.amended', values: { version: signed.version, name: signed.author.name } });
  };
  return (
    <Dialog title={t('amend.title')} closeLabel={t('action.close')} onClose={close}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void amend();
        }}
      >
        <p>{t('amend.hint')}</p>
        <TextField
          label={t('amend.text')}
          value={text}
          maxLength={2000}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <TextField
          label={t('amend.reason')}
          value={reason}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        {signer.fields}
        {signer.alert}
        <div className={styles['buttons']}>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" disabled={!signer.ready} icon={<FilePen size={17} aria-hidden="true" />}>
            {t(signer.working ? 'signing.working' : 'action.amend')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
