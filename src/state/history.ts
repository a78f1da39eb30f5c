import type { SessionListing } from '../record/listing';
import { type History, historyOf } from '../record/patients';
import type { SessionStore } from '../record/ports';
import type { ChartState } from './chart-state';

/** A history with whose it is: one of another patient would be an empty one. */
export type KnownHistory = History & {
  readonly patient: string;
  /** False where it is to be read once more: a new patient has none, but damaged records and the vials of others count. */
  readonly read: boolean;
};

const known = (listings: readonly SessionListing[] | null, patient: string): KnownHistory => ({
  ...historyOf(listings, patient),
  patient,
  read: true,
});

/** What is known of a patient; as much as nothing could be read, where it is of somebody else or not there yet. */
export const historyFor = (history: KnownHistory | null, patient: string): History =>
  history?.patient === patient ? history : historyOf(null, patient);

type Shown = Pick<ChartState, 'session' | 'history'>;
/** Whatever shows a session: the chart, or a second screen. */
type Followed = {
  readonly getState: () => Shown;
  readonly setState: (known: Pick<Shown, 'history'>) => void;
  readonly subscribe: (changed: (after: Shown, before: Shown) => void) => () => void;
};

/**
 * Keeps the history of the open session's patient in the chart's state: read again when another window saves, and when the
 * session comes to be another patient's.
 */
export function followHistory(chart: Followed, sessions: Pick<SessionStore, 'list' | 'watch'>) {
  const list = async (): Promise<readonly SessionListing[] | null> => {
    const listed = await sessions.list();
    return listed.ok ? listed.value : null;
  };

  let wanted = 0;
  let reading = false;
  /** However often it is asked for meanwhile, the list is read once more and not once for each. */
  const refresh = async (): Promise<void> => {
    wanted += 1;
    if (reading) return;
    reading = true;
    for (let read = 0; read < wanted; ) {
      read = wanted;
      const listings = await list();
      const { session, history } = chart.getState();
      if (session === null) continue;
      const { id } = session.patient;
      const now = known(listings, id);
      // What was read before stays where nothing can be read any more.
      const before = listings === null && history?.patient === id ? { ...history, unread: null, read: true } : null;
      chart.setState({ history: before ?? now });
    }
    reading = false;
  };

  let heard = 0;
  sessions.watch(() => {
    heard += 1;
    void refresh();
  });
  chart.subscribe(({ session, history }, before) => {
    if (session === null) return;
    const other = session.id !== before.session?.id || session.patient.id !== before.session.patient.id;
    if (other && (history?.patient !== session.patient.id || !history.read)) void refresh();
  });

  return {
    refresh,
    /** Reads the list once; what comes back tells of any patient, and is read again where another window saved meanwhile. */
    read: async (): Promise<(patient: string) => KnownHistory> => {
      const before = heard;
      const listings = await list();
      return (patient) => ({ ...known(listings, patient), read: heard === before });
    },
    /** Of a patient whom no session knows yet: at once, and what else there is to know is read behind. */
    ofNew: (patient: string): KnownHistory => ({ ...known([], patient), read: false }),
  };
}
