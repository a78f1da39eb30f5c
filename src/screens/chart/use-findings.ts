import { useEffect, useMemo, useState } from 'react';
import type { Finding } from '../../record/finding';
import type { Session } from '../../record/session';
import { beforeFirstNeedle } from '../../record/visit-findings';
import { historyFor } from '../../state/history';
import { useChart, useServices } from '../services';

/** A vial grows old while one looks at it. */
const againMs = 30_000;

/** What stands against injecting now, asked anew with every change and twice a minute. */
export function useFindings(session: Session): readonly Finding[] {
  const { chart } = useServices();
  const history = useChart((s) => s.history);
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
