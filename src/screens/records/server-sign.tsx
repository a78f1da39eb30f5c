import '../../messages/later';
import { CloudAlert, CloudCheck, CloudUpload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../messages/translate';
import type { Fate } from '../../record/outbox-fate';
import type { ClinicServer } from '../../state/clinic-server';
import { useServices } from '../services';
import styles from './server-sign.module.css';

/** The clinic's server, once it is known that one is set; null before, and where none is. */
export function useClinicServer(): ClinicServer | null {
  const { server } = useServices();
  const [clinic, setClinic] = useState<ClinicServer | null>(null);
  useEffect(() => {
    // Whoever comes here first has what is signed sent as well.
    void server.start().then(setClinic, () => undefined);
  }, [server]);
  return clinic;
}

const icons = { sent: CloudCheck, waiting: CloudUpload, refused: CloudAlert };

/** What became of a signed session at the clinic's server; nothing where none is set. */
export function ServerSign({ clinic, session }: { readonly clinic: ClinicServer; readonly session: string }) {
  const { fateOf, store } = clinic.outbox;
  // By a word, which is the same however often it is looked up.
  const kind = useStore(store, () => fateOf(session)?.kind ?? null);
  const fate = kind === null ? null : fateOf(session);
  if (fate === null) return null;
  const Icon = icons[fate.kind];
  return (
    <span className={styles['sign']} data-fate={fate.kind} title={longText(fate)}>
      <Icon size={15} aria-hidden="true" />
      <span aria-hidden="true">{t(`server.sign.${fate.kind}`)}</span>
      <span className="hidden">{longText(fate)}</span>
    </span>
  );
}

function longText(fate: Fate): string {
  if (fate.kind !== 'refused') return t(`server.sign.${fate.kind}Long`);
  const { version, refusal } = fate;
  return refusal.status === null
    ? t('server.sign.heldLong', { version })
    : t('server.sign.refusedLong', { version, status: refusal.status });
}
