import '../../messages/later';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { locale } from '../../messages/locale';
import { type Message, say, t } from '../../messages/translate';
import type { Refusal, RefusedItem, Tally } from '../../record/outbox';
import type { ClinicServer } from '../../state/clinic-server';
import { momentText } from '../../state/moment-text';
import type { OutboxShown } from '../../state/outbox-desk';
import { storeErrorText } from '../../state/refusal-text';
import { saidBy } from '../../state/server-text';
import { Button } from '../../ui/button';
import { patientName } from '../chart/patient-text';
import { dayText } from '../chart/time-text';
import { useServices } from '../services';
import page from '../shell/page.module.css';
import styles from './server-section.module.css';
import settings from './settings-screen.module.css';

/** What was sent to the clinic's server, what waits, and what was refused and why. */
export function ServerOutbox({ clinic, paused }: { readonly clinic: ClinicServer; readonly paused: boolean }) {
  const shown = useStore(clinic.outbox.store);
  const [failed, setFailed] = useState<Message | null>(null);
  const { tally, trouble } = shown;
  const again = async (all: boolean) => {
    const error = await clinic.outbox.sendAgain(all);
    setFailed(error && { key: 'server.notKept', values: { why: storeErrorText(error) } });
  };
  const held = tally !== null && (tally.refused.length > 0 || tally.failed !== null);
  return (
    <section className={styles['part']} aria-label={t('server.sending')}>
      <h3>{t('server.sending')}</h3>
      <p role="status" className={styles['status']}>
        {statusText(shown)}
      </p>
      {trouble !== null && (
        <p className={settings['problem']}>{t('server.trouble', { why: storeErrorText(trouble) })}</p>
      )}
      {tally !== null && <Counts tally={tally} sending={shown.status === 'sending'} />}
      {tally !== null && tally.refused.length > 0 && <RefusedList refused={tally.refused} />}
      <p role="alert" className={page['message']}>
        {failed === null ? null : say(failed)}
      </p>
      <div className={settings['row']}>
        {held && !paused && <Button onClick={() => void again(false)}>{t('server.sendAgain')}</Button>}
        <Button tone={paused ? 'primary' : 'plain'} onClick={() => void clinic.desk.pause(!paused).then(setFailed)}>
          {t(paused ? 'server.goOn' : 'server.pause')}
        </Button>
        {tally !== null && tally.sent > 0 && !paused && shown.status !== 'sending' && (
          <Button tone="quiet" onClick={() => void again(true)}>
            {t('server.sendAll')}
          </Button>
        )}
      </div>
    </section>
  );
}

function statusText({ status, retryAt, tally }: OutboxShown): string {
  switch (status) {
    case 'waiting':
      return t('server.status.waiting', { time: new Date(retryAt ?? 0).toLocaleTimeString(locale) });
    case 'stopped':
      return t('server.status.stopped', { why: t(`server.why.${tally?.failed?.why ?? 'sign-in'}`) });
    case 'rest':
      return t(tally !== null && tally.refused.length > 0 ? 'server.status.restRefused' : 'server.status.rest');
    case 'off':
    case 'reading':
    case 'sending':
    case 'paused':
      return t(`server.status.${status}`);
  }
}

function Counts({ tally, sending }: { readonly tally: Tally; readonly sending: boolean }) {
  const { sent, waiting, refused, failed, lastSentAt } = tally;
  const all = sent + waiting + refused.length;
  return (
    <>
      {sending && <progress className={styles['progress']} value={sent} max={all} aria-label={t('server.sending')} />}
      <p>
        {t('server.tally', { sent, waiting, refused: refused.length })}
        {lastSentAt !== null && (
          <>
            {' · '}
            <span className={styles['whole']}>{t('server.lastSent', { at: momentText(lastSentAt) })}</span>
          </>
        )}
      </p>
      {failed !== null && failed.why !== 'sign-in' && (
        <p>{t('server.failed', { n: failed.n, tries: failed.tries, why: t(`server.why.${failed.why}`) })}</p>
      )}
    </>
  );
}

/** Longer lists are cut: what is wrong with the first is mostly wrong with all. Chosen. */
const mostShown = 50;

function RefusedList({ refused }: { readonly refused: readonly RefusedItem[] }) {
  const { store } = useServices();
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    void store.list().then((listed) => {
      if (!listed.ok) return;
      setLabels(new Map(listed.value.flatMap((one) => (one.kind === 'session' ? [[one.id, one.patient.label]] : []))));
    });
  }, [store]);
  return (
    <>
      <h4>{t('server.refused')}</h4>
      <ul className={styles['refused']}>
        {refused.slice(0, mostShown).map(({ item, refusal, behind }) => (
          <li key={`${item.session}.${String(item.version)}`}>
            <strong>
              {t('server.refusedOne', {
                patient: patientName(labels.get(item.session) ?? ''),
                day: dayText(item.startedAt),
                version: item.version,
              })}
            </strong>
            <p>{whyText(refusal)}</p>
            <p>{t(`server.mend.${refusal.mend}`)}</p>
            {behind > 0 && <p>{t('server.behind', { n: behind })}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

const whyText = ({ status, text }: Refusal): string =>
  status === null ? t('server.refusedHere', { text }) : t('server.refusedStatus', { status, text: saidBy(text) });
