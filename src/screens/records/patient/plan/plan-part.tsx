import '../../../../messages/later';
import { duePatient, lastTreated } from '../../../../outcomes/due-list';
import { dayOf } from '../../../../record/calendar';
import { usePractice } from '../../../services';
import type { PatientPartProps } from '../part-props';
import { DecisionsCard } from './decisions-card';
import { NextCard } from './next-card';
import { PlanCard } from './plan-card';
import { SessionsCard } from './sessions-card';

/** When the next session is due and why, what was planned of it, and how it went so far. */
export function PlanPart(props: PatientPartProps) {
  const { kit, open, sessions } = props;
  const earlyDays = usePractice((practice) => practice.earlyDays ?? 0);
  const today = dayOf(kit.now());
  const treated = lastTreated(sessions, today);
  const found = duePatient(sessions, open.file, { today, earlyDays });
  return (
    <>
      <NextCard {...props} found={found} treated={treated} />
      <PlanCard {...props} />
      <DecisionsCard {...props} treated={treated} />
      <SessionsCard sessions={sessions} />
    </>
  );
}
