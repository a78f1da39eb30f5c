import '../../messages/later';
import { FilePen, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { correctable } from '../../record/corrections';
import { contentOf } from '../../record/signed-version';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { useChart, useServices } from '../services';
import { AmendFields } from './amend-fields';
import styles from './form.module.css';
import { useSigner } from './use-signer';

/** Adds words to a signed session, or puts right what may be, with author and reason, as its next version. */
export function AmendDialog({ session }: { readonly session: string }) {
  const { chart } = useServices();
  const signer = useSigner();
  // What is shown is what was signed, or nothing of it is to be corrected here.
  const signed = useChart((s) => (s.signature?.kind === 'signed' && s.session?.id === session ? s.session : null));
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [content] = useState(() => (signed === null ? null : contentOf(signed)));
  const [corrections, setCorrections] = useState(() => (content === null ? null : correctable(content)));
  const [correcting, setCorrecting] = useState(false);
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  const amend = async () => {
    const corrected = correcting && corrections !== null ? { corrections } : {};
    const made = await signer.sign((desk, who) => desk.amend(session, { text, reason, ...corrected }, who));
    if (made === null) return;
    close();
    await chart.reload(session);
    chart.say({ key: 'said.amended', values: { version: made.version, name: made.author.name } });
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
        {content !== null && corrections !== null && (
          <>
            <div>
              <Button
                aria-expanded={correcting}
                icon={<PencilLine size={17} aria-hidden="true" />}
                onClick={() => {
                  setCorrecting(!correcting);
                }}
              >
                {t('amend.correct')}
              </Button>
            </div>
            {correcting && <AmendFields session={content} value={corrections} onChange={setCorrections} />}
          </>
        )}
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
