import '../../messages/later';
import { Volume2 } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { t } from '../../messages/translate';
import type { Aids } from '../../state/aids/aids';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import { useServices, useSettings } from '../services';
import page from '../shell/page.module.css';
import styles from './settings-screen.module.css';

/** What helps busy hands: whether the head turns by itself, speech, pulses, and whether the screen can be kept on. */
export function AidsSection() {
  const { beside, settings } = useServices();
  const follow = useSettings((s) => s.follow);
  const [aids, setAids] = useState<Aids | null>(null);
  useEffect(() => {
    void beside().then(
      (desk) => {
        setAids(desk.aids);
      },
      () => undefined,
    );
  }, [beside]);
  return (
    <section className={page['card']}>
      <h2>{t('aids.title')}</h2>
      <div className={styles['fields']}>
        <SelectField
          label={t('aids.follow')}
          hint={t('aids.followHint')}
          value={follow}
          options={(['turn', 'stay'] as const).map((value) => ({ value, label: t(`aids.follow.${value}`) }))}
          onChange={(value) => {
            settings.setState({ follow: value });
          }}
        />
        {aids !== null && <Speech aids={aids} />}
        {aids !== null && <Haptics aids={aids} />}
      </div>
      {aids !== null && <p>{t(aids.keepsAwake ? 'aids.awake' : 'aids.notAwake')}</p>}
    </section>
  );
}

const onOff = (['off', 'on'] as const).map((value) => ({ value, label: t(`aids.switch.${value}`) }));
const hints = { ready: 'aids.speechHint', 'no-voice': 'aids.noVoice', none: 'aids.noSpeech' } as const;

function Speech({ aids }: { readonly aids: Aids }) {
  const { settings } = useServices();
  const speech = useSettings((s) => s.speech);
  const state = useSyncExternalStore(aids.speaker.onState, aids.speaker.state);
  return (
    <div className={styles['withButton']}>
      <SelectField
        label={t('aids.speech')}
        hint={t(hints[state ?? 'ready'])}
        disabled={state !== 'ready' && !speech}
        value={speech ? 'on' : 'off'}
        options={onOff}
        onChange={(value) => {
          settings.setState({ speech: value === 'on' });
        }}
      />
      {state === 'ready' && (
        <Button icon={<Volume2 size={17} aria-hidden="true" />} onClick={aids.sayAgain}>
          {t('aids.sayAgain')}
        </Button>
      )}
    </div>
  );
}

function Haptics({ aids }: { readonly aids: Aids }) {
  const { settings } = useServices();
  const haptics = useSettings((s) => s.haptics);
  return (
    <SelectField
      label={t('aids.haptics')}
      hint={t(aids.pulses ? 'aids.hapticsHint' : 'aids.noHaptics')}
      disabled={!aids.pulses}
      value={haptics ? 'on' : 'off'}
      options={onOff}
      onChange={(value) => {
        settings.setState({ haptics: value === 'on' });
      }}
    />
  );
}
