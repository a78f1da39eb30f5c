import '../../messages/later';
import { useRef, useState } from 'react';
import { t } from '../../messages/translate';
import type { Profile } from '../../state/profiles';
import { deskRefusalText, profileText } from '../../state/signature-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { useServices } from '../services';
import styles from './at-work.module.css';

type Props = { readonly profiles: readonly Profile[]; readonly onClose: () => void };

/** Asks who is at work: one press, with the PIN or without. */
export function AtWorkDialog({ profiles, onClose }: Props) {
  const { signing } = useServices();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = useRef<HTMLDivElement>(null);
  const begin = async (profile: Profile) => {
    setBusy(true);
    try {
      const begun = await (await signing()).atWork.begin(profile, pin === '' ? null : pin);
      if (begun.ok) onClose();
      else {
        setProblem(deskRefusalText(begun.error));
        // The button that was pressed lost the focus when it was switched off.
        ask.current?.querySelector('input')?.focus();
      }
    } finally {
      setPin('');
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('profiles.ask')} closeLabel={t('action.close')} onClose={onClose}>
      <div ref={ask} className={styles['ask']}>
        <p>{t('profiles.beginBody')}</p>
        <TextField
          label={t('profiles.pinOptional')}
          problem={problem}
          type="password"
          autoComplete="off"
          value={pin}
          onChange={(event) => {
            setPin(event.target.value);
            setProblem(null);
          }}
        />
        {profiles.map((profile) => (
          <Button key={profile.id} size="huge" wide disabled={busy} onClick={() => void begin(profile)}>
            {profileText(profile)}
          </Button>
        ))}
        <Button tone="quiet" wide onClick={onClose}>
          {t('profiles.notNow')}
        </Button>
      </div>
    </Dialog>
  );
}
