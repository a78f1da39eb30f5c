import { cumulativeDose, isCounted } from '../protocol/safety-limits';
import { type Amount, amount, total } from '../protocol/words';
import { daysBetween } from './calendar';
import { countsElsewhere, elsewhereDoses } from './dose-window';
import { pastSessionsOf } from './listing';
import type { ListedPatient } from './patients';

export type PatientSummary = {
  readonly sessions: number;
  /** When the latest session was begun. ISO 8601 with offset. */
  readonly last: string;
  /** Of the counted drug, in the sessions of this store and told of in them, that a first needle `at` this moment would count. */
  readonly inWindow: Amount;
};

/**
 * What a list says of a patient, with the dose in the window before `at` (ISO 8601 with offset). Null for a patient without
 * sessions.
 */
export function summaryOf({ sessions }: ListedPatient, at: string): PatientSummary | null {
  const [latest] = sessions;
  if (latest === undefined) return null;
  const counted = sessions
    .flatMap(pastSessionsOf)
    .filter((past) => isCounted(past.product) && daysBetween(past.at, at) < cumulativeDose.window.underDays);
  const told = elsewhereDoses(sessions).filter(({ day }) => countsElsewhere(day, at));
  return {
    sessions: sessions.length,
    last: latest.startedAt,
    inWindow: total([...counted, ...told].map(({ units }) => amount(units))),
  };
}
