import '../../messages/later';
import { useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import type { Result } from '../../protocol/words';
import { type Profile, shortestPin } from '../../state/profiles';
import { deskRefusalText, profileText } from '../../state/signature-text';
import type { DeskRefusal, SigningDesk, Who } from '../../state/signing';
import { SelectField, TextField } from '../../ui/field';
import { useServices } from '../services';
import styles from './form.module.css';
import { SignerNameFields } from './signer-name';

const fresh = '';

/**
 * Who signs: a profile of this device and its PIN, or a new one made on the spot. `sign` runs what is to be signed with it; what
 * was refused comes back as text in `problem`. `name`: what a new profile is called unless another is typed.
 */
export function useSigner(name = '') {
  const { signing } = useServices();
  const [profiles, setProfiles] = useState<readonly Profile[] | null>(null);
  const [chosen, setChosen] = useState(fresh);
  const [signer, setSigner] = useState({ name, credentials: '' });
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);

  useEffect(() => {
    void signing().then(async (desk) => {
      const found = await desk.profiles.list();
      const here = desk.atWork.store.getState().worker?.profile.id;
      // A key that stayed in another vault signs nothing here.
      const able = found.ok ? found.value.filter(({ elsewhere }) => elsewhere !== true) : [];
      setProfiles(able);
      setChosen(here ?? able[0]?.id ?? fresh);
      if (!found.ok) setProblem(deskRefusalText(found.error));
    });
  }, [signing]);

  const sign = async <T,>(run: (desk: SigningDesk, who: Who) => Promise<Result<T, DeskRefusal>>): Promise<T | null> => {
    setWorking(true);
    setProblem(null);
    try {
      const desk = await signing();
      let profile = chosen;
      if (profile === fresh) {
        const made = await desk.profiles.add({ ...signer, pin });
        if (!made.ok) {
          setProblem(deskRefusalText(made.error));
          return null;
        }
        profile = made.value.id;
        // Made once: should signing be refused now, it is there to be chosen.
        setProfiles([...(profiles ?? []), made.value]);
        setChosen(profile);
      }
      const done = await run(desk, { profile, pin });
      if (done.ok) return done.value;
      setPin('');
      setProblem(deskRefusalText(done.error));
      return null;
    } finally {
      setWorking(false);
    }
  };

  const fields =
    profiles === null ? null : (
      <>
        {profiles.length > 0 && (
          <SelectField
            label={t('signing.profile')}
            value={chosen}
            onChange={setChosen}
            options={[
              ...profiles.map((one) => ({ value: one.id, label: profileText(one) })),
              { value: fresh, label: t('signing.newProfile') },
            ]}
          />
        )}
        {chosen === fresh && <SignerNameFields value={signer} onChange={setSigner} />}
        <TextField
          key={chosen === fresh ? 'new-pin' : 'pin'}
          label={t(chosen === fresh ? 'signing.newPin' : 'signing.pin')}
          {...(chosen === fresh ? { hint: t('signing.newPinHint', { least: shortestPin }) } : {})}
          type="password"
          autoComplete="off"
          value={pin}
          maxLength={64}
          onChange={(event) => {
            setPin(event.target.value);
          }}
        />
      </>
    );
  const alert = (
    <p role="alert" className={styles['problem']}>
      {problem}
    </p>
  );
  return { fields, alert, ready: profiles !== null && !working, working, sign };
}
