import '../../messages/later';
import { useState } from 'react';
import { type Message, t } from '../../messages/translate';
import type { Result } from '../../record/ports';
import { type Profile, type ProfileRefusal, shortestPin } from '../../state/profiles';
import { deskRefusalText } from '../../state/signature-text';
import type { SigningDesk } from '../../state/signing';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SignerNameFields } from '../chart/signer-name';
import { useServices } from '../services';
import { Secret } from './passphrase-dialog';
import styles from './settings-screen.module.css';

export type ProfileDeed = 'add' | 'begin' | 'changePin' | 'rename';

/** What a form of each kind asks for. */
const asks = {
  add: { title: 'profiles.add', body: null, name: true, pin: false, next: true, done: 'profiles.done.added' },
  begin: {
    title: 'profiles.beginTitle',
    body: 'profiles.beginBody',
    name: false,
    pin: true,
    next: false,
    done: 'profiles.done.begin',
  },
  changePin: {
    title: 'profiles.changePin',
    body: 'profiles.changePinBody',
    name: false,
    pin: true,
    next: true,
    done: 'profiles.done.changePin',
  },
  rename: {
    title: 'profiles.rename',
    body: 'profiles.renameBody',
    name: true,
    pin: true,
    next: false,
    done: 'profiles.done.rename',
  },
} as const;

type Props = {
  readonly deed: ProfileDeed;
  /** Null for a new one. */
  readonly profile: Profile | null;
  readonly onClose: () => void;
  readonly onDone: (said: Message) => void;
};

/** Adds an injector, says who is at work, changes a PIN or a name. */
export function ProfileDialog({ deed, profile, onClose, onDone }: Props) {
  const { signing } = useServices();
  const [signer, setSigner] = useState({ name: profile?.name ?? '', credentials: profile?.credentials ?? '' });
  const [pin, setPin] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wants = asks[deed];
  const ready =
    (!wants.name || signer.name.trim() !== '') &&
    (!wants.pin || pin !== '' || deed === 'begin') &&
    (!wants.next || (next !== '' && next === again));

  const work = async (desk: SigningDesk): Promise<Result<unknown, ProfileRefusal>> => {
    if (profile === null) return desk.profiles.add({ ...signer, pin: next });
    switch (deed) {
      case 'changePin':
        return desk.profiles.changePin(profile.id, pin, next);
      case 'rename':
        return desk.profiles.rename(profile.id, signer, pin);
      default:
        return desk.atWork.begin(profile, pin === '' ? null : pin);
    }
  };
  const start = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const done = await work(await signing());
      if (done.ok)
        onDone({ key: wants.done, values: { name: wants.name ? signer.name.trim() : (profile?.name ?? '') } });
      else {
        setProblem(deskRefusalText(done.error));
        setPin('');
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog title={t(wants.title)} closeLabel={t('action.close')} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void start();
        }}
      >
        {profile !== null && !wants.name && <p className={styles['whose']}>{profile.name}</p>}
        {wants.body !== null && <p>{t(wants.body)}</p>}
        {wants.name && <SignerNameFields value={signer} onChange={setSigner} />}
        {wants.pin && (
          <Secret
            label={t(deed === 'begin' ? 'profiles.pinOptional' : 'profiles.currentPin')}
            known
            value={pin}
            onChange={setPin}
          />
        )}
        {wants.next && (
          <>
            <Secret
              label={t('profiles.nextPin')}
              hint={t('signing.newPinHint', { least: shortestPin })}
              value={next}
              onChange={setNext}
            />
            <Secret label={t('profiles.nextPinAgain')} value={again} onChange={setAgain} />
            {again !== '' && again !== next && <p className={styles['problem']}>{t('protect.differ')}</p>}
          </>
        )}
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
        <div className={styles['end']}>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={busy || !ready}>
            {t(wants.title)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
