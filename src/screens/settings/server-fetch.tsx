import '../../messages/later';
import { useEffect, useRef, useState } from 'react';
import { type Message, say, t } from '../../messages/translate';
import type { ClinicServer } from '../../state/clinic-server';
import { nothingPulled, type Pulled, type PullProgress } from '../../state/server-pull';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import page from '../shell/page.module.css';
import styles from './server-section.module.css';
import settings from './settings-screen.module.css';

/** Fetches signed sessions from the clinic's server into this device. */
export function ServerFetch({ clinic }: { readonly clinic: ClinicServer }) {
  const [number, setNumber] = useState('');
  const [progress, setProgress] = useState<PullProgress | null>(null);
  const [ended, setEnded] = useState<Pulled | null>(null);
  const [failed, setFailed] = useState<Message | null>(null);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  const begin = async () => {
    const cancel = new AbortController();
    underWay.current = cancel;
    setEnded(null);
    setFailed(null);
    setProgress(nothingPulled);
    const asked = number.trim();
    const pulled = await clinic.fetchRecords(asked === '' ? null : asked, {
      signal: cancel.signal,
      onProgress: setProgress,
    });
    setProgress(null);
    if (!pulled.ok) setFailed(pulled.error);
    else {
      setEnded(pulled.value);
      if (pulled.value.broken !== null)
        setFailed({ key: 'server.pull.broken', values: { why: say(pulled.value.broken) } });
    }
  };
  return (
    <section className={styles['part']} aria-label={t('server.pull')}>
      <h3>{t('server.pull')}</h3>
      <p>{t('server.pullBody')}</p>
      <form
        className={styles['ask']}
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <TextField
          label={t('server.pull.number')}
          hint={t('server.pull.numberHint')}
          value={number}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          disabled={progress !== null}
          onChange={(event) => {
            setNumber(event.target.value);
          }}
        />
        <div className={settings['row']}>
          {progress === null ? (
            <Button type="submit">{t('server.pull.begin')}</Button>
          ) : (
            <Button onClick={() => underWay.current?.abort()}>{t('server.pull.cancel')}</Button>
          )}
        </div>
      </form>
      {progress !== null && (
        <>
          <progress
            className={styles['progress']}
            aria-label={t('server.pull')}
            {...(progress.total === null ? {} : { value: progress.looked, max: progress.total })}
          />
          <p>{progressText(progress)}</p>
        </>
      )}
      <p role="alert" className={page['message']}>
        {failed === null ? null : say(failed)}
      </p>
      <p role="status" className={page['message']}>
        {ended !== null && ended.broken === null ? doneText(ended) : null}
      </p>
      {ended !== null && ended.refused.length > 0 && (
        <ul className={styles['refused']}>
          {ended.refused.map(({ session, message }) => (
            <li key={`${session} ${message.key}`}>{t('server.pull.refusedOne', { session, why: say(message) })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

const countsOf = ({ looked, taken, here, refused }: PullProgress) => ({ looked, taken, here, refused: refused.length });

const progressText = (progress: PullProgress): string =>
  progress.total === null
    ? t('server.pull.progressOpen', countsOf(progress))
    : t('server.pull.progress', { ...countsOf(progress), total: progress.total });

const doneText = (pulled: Pulled): string => t('server.pull.done', countsOf(pulled));
