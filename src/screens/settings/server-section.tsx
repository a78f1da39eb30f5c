import '../../messages/later';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Message, say, t } from '../../messages/translate';
import { standardScope } from '../../record/server-settings';
import type { ClinicServer } from '../../state/clinic-server';
import type { Said } from '../../state/server-desk';
import type { ShownServer, TypedServer } from '../../state/typed-server';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { useServices } from '../services';
import page from '../shell/page.module.css';
import { ServerFetch } from './server-fetch';
import { ServerOutbox } from './server-outbox';
import styles from './settings-screen.module.css';

/** The clinic's own FHIR server: where it is, signing in, what is sent and what can be fetched. */
export function ServerSection() {
  const { server, lock } = useServices();
  const [clinic, setClinic] = useState<ClinicServer | null>(null);
  const readOnly = useStore(lock, ({ state }) => state === 'read-only');
  useEffect(() => {
    if (!readOnly)
      void server.open().then(
        (opened) => {
          setClinic(opened);
          void opened.desk.look();
        },
        () => undefined,
      );
  }, [server, readOnly]);
  return (
    <section className={page['card']} aria-label={t('server.title')}>
      <h2>{t('server.title')}</h2>
      <p>{t('server.body')}</p>
      {readOnly && <p>{t('server.readOnly')}</p>}
      {!readOnly && clinic !== null && <OpenServer clinic={clinic} />}
    </section>
  );
}

function OpenServer({ clinic }: { readonly clinic: ClinicServer }) {
  const { server, said } = useStore(clinic.desk.store);
  if (server === undefined) return null;
  return (
    <>
      <Connection key={server === null ? 'none' : server.signIn} clinic={clinic} server={server} said={said} />
      {server !== null && (
        <>
          <ServerOutbox clinic={clinic} paused={server.paused} />
          <ServerFetch clinic={clinic} />
        </>
      )}
    </>
  );
}

type ConnectionProps = {
  readonly clinic: ClinicServer;
  readonly server: ShownServer | null;
  readonly said: Said | null;
};

const kinds = ['none', 'bearer', 'smart'] as const;

function Connection({ clinic: { desk }, server, said }: ConnectionProps) {
  const [typed, setTyped] = useState<TypedServer>({
    address: server?.address ?? '',
    signIn: server?.signIn ?? 'none',
    token: '',
    client: server?.client ?? '',
    scope: server?.scope ?? '',
  });
  const [busy, setBusy] = useState(false);
  const change = (more: Partial<TypedServer>) => {
    desk.store.setState({ said: null });
    setTyped((before) => ({ ...before, ...more }));
  };
  const doing = async (what: () => Promise<Said>) => {
    setBusy(true);
    desk.store.setState({ said: null });
    const told = await what();
    desk.store.setState({ said: told });
    setBusy(false);
  };
  const after = (failed: Message | null, key: 'server.saved' | 'server.forgotten' | 'server.testing'): Said =>
    failed === null ? { ok: true, message: { key } } : { ok: false, message: failed };
  const save = async () => {
    const told = after(await desk.save(typed), 'server.saved');
    if (told.ok) setTyped((before) => ({ ...before, token: '' }));
    return told;
  };
  const unchanged =
    server !== null &&
    typed.address.trim() === server.address &&
    typed.signIn === server.signIn &&
    typed.token === '' &&
    (typed.signIn !== 'smart' || (typed.client === server.client && [server.scope, ''].includes(typed.scope)));
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void doing(save);
      }}
    >
      <div className={styles['fields']}>
        <TextField
          label={t('server.address')}
          hint={t('server.addressHint')}
          value={typed.address}
          placeholder="/fhir"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={400}
          onChange={(event) => {
            change({ address: event.target.value });
          }}
        />
        <SelectField
          label={t('server.signIn')}
          value={typed.signIn}
          options={kinds.map((value) => ({ value, label: t(`server.signIn.${value}`) }))}
          onChange={(signIn) => {
            change({ signIn });
          }}
        />
        {typed.signIn === 'bearer' && (
          <TextField
            label={t('server.token')}
            hint={t(server?.signIn === 'bearer' ? 'server.tokenKept' : 'server.tokenHint')}
            type="password"
            autoComplete="off"
            value={typed.token}
            onChange={(event) => {
              change({ token: event.target.value });
            }}
          />
        )}
        {typed.signIn === 'smart' && (
          <>
            <TextField
              label={t('server.client')}
              hint={t('server.clientHint', { redirect: `${location.origin}${location.pathname}` })}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={typed.client}
              onChange={(event) => {
                change({ client: event.target.value });
              }}
            />
            <TextField
              label={t('server.scope')}
              placeholder={standardScope}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={typed.scope}
              onChange={(event) => {
                change({ scope: event.target.value });
              }}
            />
          </>
        )}
      </div>
      {server?.signIn === 'smart' && unchanged && !server.hasToken && <p>{t('server.notSignedIn')}</p>}
      <p role="alert" className={page['message']}>
        {said !== null && !said.ok ? say(said.message) : null}
      </p>
      <p role="status" className={page['message']}>
        {said?.ok === true ? say(said.message) : null}
      </p>
      <div className={styles['row']}>
        <Button type="submit" tone={unchanged ? 'plain' : 'primary'} disabled={busy || unchanged}>
          {t('server.save')}
        </Button>
        {server !== null && (
          <>
            {server.signIn === 'smart' && (
              <Button
                tone={server.hasToken ? 'plain' : 'primary'}
                disabled={busy || !unchanged}
                onClick={() => void doing(async () => after(await desk.signIn(), 'server.testing'))}
              >
                {t(server.hasToken ? 'server.signInAgain' : 'server.signInNow')}
              </Button>
            )}
            <Button disabled={busy || !unchanged} onClick={() => void doing(desk.test)}>
              {t('server.test')}
            </Button>
            <Button
              disabled={busy}
              onClick={() => void doing(async () => after(await desk.forget(), 'server.forgotten'))}
            >
              {t('server.forget')}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
