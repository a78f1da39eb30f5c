import '../../messages/later';
import { PenLine } from 'lucide-react';
import { t } from '../../messages/translate';
import type { Session } from '../../record/session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useServices } from '../services';
import styles from './form.module.css';
import { SignatureMeaning } from './signature-meaning';
import { useSigner } from './use-signer';

/** Signs the session with a profile's key. Afterwards nothing in it is changed any more. */
export function SignDialog({ session }: { readonly session: Session }) {
  const { chart } = useServices();
  const signer = useSigner(session.injector);
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  const sign = async () => {
    const signed = await signer.sign(async (desk, who) => {
      await chart.flush();
      return desk.sign(session, who);
    });
    if (signed === null) return;
    close();
    await chart.reload(session.id);
    chart.say({ key: 'said.signed', values: { name: signed.author.name } });
  };
  return (
    <Dialog title={t('signing.title')} closeLabel={t('action.close')} onClose={close}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void sign();
        }}
      >
        <p>{t('signing.after')}</p>
        {signer.fields}
        <SignatureMeaning />
        {signer.alert}
        <div className={styles['buttons']}>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit" disabled={!signer.ready} icon={<PenLine size={17} aria-hidden="true" />}>
            {t(signer.working ? 'signing.working' : 'action.signAndLock')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
