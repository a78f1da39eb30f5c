import '../../messages/later';
import { useCallback, useEffect, useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import type { AtWork } from '../../state/at-work';
import type { Profile } from '../../state/profiles';
import { profileText } from '../../state/signature-text';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import page from '../shell/page.module.css';
import { ProfileDialog, type ProfileDeed } from './profile-dialog';
import styles from './profiles-section.module.css';
import settings from './settings-screen.module.css';

type Asked = { readonly deed: ProfileDeed; readonly profile: Profile | null };

/** The injectors of this device: who is at work, their names and PINs. */
export function ProfilesSection() {
  const { signing, lock } = useServices();
  const [profiles, setProfiles] = useState<readonly Profile[] | null>(null);
  const [worker, setWorker] = useState<AtWork['worker']>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<Message | null>(null);
  const readOnly = lock.getState().state === 'read-only';
  const look = useCallback(async () => {
    const desk = await signing();
    const found = await desk.profiles.list();
    setProfiles(found.ok ? found.value : []);
    setWorker(desk.atWork.store.getState().worker);
  }, [signing]);
  useEffect(() => {
    const first = setTimeout(() => void look());
    return () => {
      clearTimeout(first);
    };
  }, [look]);
  const open = (deed: ProfileDeed, profile: Profile | null) => {
    setSaid(null);
    setAsked({ deed, profile });
  };
  const leave = async () => {
    await (await signing()).atWork.leave();
    setSaid({ key: 'profiles.done.leave' });
    await look();
  };
  return (
    <section className={page['card']} aria-label={t('profiles.title')}>
      <h2>{t('profiles.title')}</h2>
      <p>{t('profiles.body')}</p>
      {profiles?.length === 0 && <p>{t('profiles.none')}</p>}
      {profiles !== null && profiles.length > 0 && (
        <p>
          {worker === null
            ? t('profiles.nobody')
            : t('profiles.atWork', {
                name: worker.profile.name,
                pin: t(worker.pin ? 'audit.withPin' : 'audit.withoutPin'),
              })}
        </p>
      )}
      <p role="status" className={page['message']}>
        {said === null ? null : say(said)}
      </p>
      {profiles !== null && profiles.length > 0 && (
        <ul className={styles['list']}>
          {profiles.map((profile) => (
            <li key={profile.id} data-here={worker?.profile.id === profile.id}>
              <strong>{profileText(profile)}</strong>
              {profile.elsewhere && <span className={styles['elsewhere']}>{t('profiles.elsewhere')}</span>}
              {!readOnly && !profile.elsewhere && (
                <div className={settings['row']}>
                  {(['begin', 'changePin', 'rename'] as const).map((deed) => (
                    <Button
                      key={deed}
                      aria-label={t(`profiles.${deed}For`, { name: profile.name })}
                      onClick={() => {
                        open(deed, profile);
                      }}
                    >
                      {t(`profiles.${deed}`)}
                    </Button>
                  ))}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <div className={settings['row']}>
          <Button
            onClick={() => {
              open('add', null);
            }}
          >
            {t('profiles.add')}
          </Button>
          {worker !== null && <Button onClick={() => void leave()}>{t('profiles.leave')}</Button>}
        </div>
      )}
      {asked !== null && (
        <ProfileDialog
          {...asked}
          onClose={() => {
            setAsked(null);
          }}
          onDone={(message) => {
            setAsked(null);
            setSaid(message);
            void look();
          }}
        />
      )}
    </section>
  );
}
