import { useEffect, useState } from 'react';
import type { Session } from '../../record/session';
import { type LastVisit, lastVisitOf } from '../../state/last-visit';
import { useServices } from '../services';

/** What the session's patient answered last time; null while it is being read. */
export function useLastVisit({ id: session, patient: { id: patient }, startedAt }: Session): LastVisit | null {
  const { store } = useServices();
  const [last, setLast] = useState<{ readonly patient: string; readonly visit: LastVisit } | null>(null);
  useEffect(() => {
    let asked = true;
    void lastVisitOf({ session, patient, startedAt }, store).then((visit) => {
      if (asked) setLast({ patient, visit });
    });
    return () => {
      asked = false;
    };
  }, [session, patient, startedAt, store]);
  return last?.patient === patient ? last.visit : null;
}
