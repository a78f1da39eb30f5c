import { useEffect, useMemo, useState } from 'react';
import type { Finding } from '../../record/finding';
import type { Session } from '../../record/session';
import { beforeFirstNeedle } from '../../record/visit-findings';
import { historyFor, type KnownHistory } from '../../state/history';
import { useChart, useServices } from '../services';

/** A vial grows old while one looks at it. */
const againMs = 30_000;

/** What stands against injecting now, asked anew with every change and twice a minute. */
export function useFindings(session: Session): readonly Finding[] {
  return useFindingsOf(
    session,
    useChart((s) => s.history),
  );
}

/** The same of a session that is shown elsewhere than in the chart, with what is known of its patient. */
export function useFindingsOf(session: Session, history: KnownHistory | null): readonly Finding[] {
  const { chart } = useServices();
  const [now, setNow] = useState(chart.now);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(chart.now());
    }, againMs);
    return () => {
      clearInterval(timer);
    };
  }, [chart]);
  return useMemo(
    () => beforeFirstNeedle(session, historyFor(history, session.patient.id), now),
    [session, history, now],
  );
}
