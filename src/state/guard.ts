import '../messages/later';
import type { StoreApi } from 'zustand/vanilla';
import type { Message } from '../messages/translate';
import { inTheWayOf } from '../record/finding';
import type { SessionStore } from '../record/ports';
import type { Session } from '../record/session';
import { beforeFirstNeedle } from '../record/visit-findings';
import type { ChartState } from './chart-state';
import { followHistory } from './history';
import { isNotYetRecorded } from './not-yet-recorded';
import type { SettingsStore } from './settings';
import { findingText } from './visit-text';

type Deps = {
  readonly chart: StoreApi<ChartState>;
  readonly sessions: Pick<SessionStore, 'list' | 'watch'>;
  readonly settings: SettingsStore;
  readonly now: () => string;
};

export type Guard = ReturnType<typeof createGuard>;

/** What stands against injecting, judged with the history of the patient, which it keeps. */
export function createGuard({ chart, sessions, settings, now }: Deps) {
  return {
    history: followHistory(chart, sessions),

    /** Why nothing may be drawn from a vial now; null if it may. */
    whyNot(session: Session, vial: string): Message | null {
      const { history } = chart.getState();
      if (history?.patient !== session.patient.id) return { key: 'finding.historyPending' };
      // Strict: nor while anything is not yet recorded.
      const strict = settings.getState().holdFirst;
      const standing = inTheWayOf(beforeFirstNeedle(session, history, now()), vial).filter(
        (finding) => strict || !isNotYetRecorded(finding),
      );
      if (standing.length === 0) return null;
      const why = standing.map((finding) => findingText(finding, session.vials)).join(' ');
      return { key: 'refused.inTheWay', values: { why } };
    },
  };
}
