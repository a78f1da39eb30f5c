import '../../messages/later';
import { useState } from 'react';
import { type MessageKey, t } from '../../messages/translate';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { useDeed } from '../lock/use-deed';
import { useServices } from '../services';
import styles from './settings-screen.module.css';

type Asked = 'set' | 'change' | 'remove' | 'keep-none';

const words = {
  set: { title: 'protect.set', body: 'protect.setBody', done: 'protect.done.set' },
  change: { title: 'protect.change', body: null, done: 'protect.done.changed' },
  remove: { title: 'protect.remove', body: 'protect.removeBody', done: 'protect.done.removed' },
  'keep-none': { title: 'protect.keepNone', body: 'protect.keepNoneBody', done: 'protect.done.kept' },
} as const satisfies Record<Asked, { title: MessageKey; body: MessageKey | null; done: MessageKey }>;

type Props = { readonly asked: Asked; readonly onClose: () => void; readonly onDone: (said: MessageKey) => void };

/** Sets, changes or removes the passphrase. Going without one is ticked knowingly. */
export function PassphraseDialog({ asked, onClose, onDone }: Props) {
  const { vault } = useServices();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [known, setKnown] = useState(false);
  const { run, busy, waiting, alert } = useDeed();
  const { title, body, done } = words[asked];
  const has = asked === 'change' || asked === 'remove';
  const wants = asked === 'set' || asked === 'change';
  const ready = (!has || current !== '') && (wants ? next !== '' && next === again : known);
  return (
    <Dialog title={t(title)} closeLabel={t('action.cancel')} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          void run(async () => (await vault()).changePassphrase(has ? current : null, wants ? next : null)).then(
            (changed) => {
              if (changed) onDone(done);
            },
          );
        }}
      >
        {body !== null && <p>{t(body)}</p>}
        {has && <Secret label={t('protect.current')} known value={current} onChange={setCurrent} />}
        {wants && (
          <>
            <Secret label={t('protect.next')} hint={t('protect.nextHint')} value={next} onChange={setNext} />
            <Secret label={t('protect.again')} value={again} onChange={setAgain} />
            {again !== '' && again !== next && <p className={styles['problem']}>{t('protect.differ')}</p>}
          </>
        )}
        {!wants && (
          <label className={styles['tick']}>
            <input
              type="checkbox"
              checked={known}
              onChange={(event) => {
                setKnown(event.target.checked);
              }}
            />
            {t('protect.know')}
          </label>
        )}
        {alert}
        <div className={styles['end']}>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={busy || waiting || !ready}>
            {t(title)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type SecretProps = {
  readonly label: string;
  readonly hint?: string;
  /** It was chosen before: the browser may fill it in. */
  readonly known?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A passphrase that is typed. */
export function Secret({ label, hint, known = false, value, onChange }: SecretProps) {
  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      type="password"
      autoComplete={known ? 'current-password' : 'new-password'}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
