import '../../messages/later';
import type { Entry, GiveEntry } from '../../ledger/entry';
import type { Fold, SiteRow } from '../../ledger/state';
import { mlOf } from '../../ledger/vial';
import { t } from '../../messages/translate';
import { muscles } from '../../protocol/paradigm';
import type { MuscleId } from '../../protocol/words';
import type { Finding } from '../../record/finding';
import { standsInTheWay } from '../../record/finding';
import type { Session } from '../../record/session';
import { isNotYetRecorded } from '../not-yet-recorded';
import { muscleName, siteName } from '../site-text';

/** The dose that was given last and still stands; the sites of one gesture together. */
export type LastGiven = { readonly what: string; readonly units: number; readonly at: string };

/** `units` over all sites of that step, `at` as its entry has it (ISO 8601 with offset); null where no dose stands. */
export function lastGiven(entries: readonly Entry[], { rows }: Fold): LastGiven | null {
  const stands = (entry: Entry): entry is GiveEntry =>
    entry.kind === 'give' && rows.some(({ id, state }) => id === entry.site && state === 'given');
  const last = entries.findLast(stands);
  const row = rows.find(({ id }) => id === last?.site);
  if (last === undefined || row === undefined) return null;
  const together = entries.filter(stands).filter(({ step }) => step === last.step);
  const units = together.reduce((sum, entry) => sum + entry.units, 0);
  const what =
    together.length === 1
      ? siteName({ ...row, ftp: false })
      : t('log.group', { muscle: muscleName(row.muscle), sites: together.length });
  return { what, units, at: last.at };
}

/** What is left in all vials together: units, and millilitres each at its own dilution. */
export function leftInVials({ vials }: Pick<Session, 'vials'>, { totals }: Fold): { units: number; ml: number } {
  const left = vials.map((vial) => ({ vial, units: totals.byVial.get(vial.id)?.left ?? 0 }));
  return {
    units: left.reduce((sum, { units }) => sum + units, 0),
    ml: left.reduce((sum, { vial, units }) => sum + mlOf(vial, units), 0),
  };
}

export type MuscleCount = {
  readonly muscle: MuscleId;
  readonly name: string;
  readonly given: number;
  /** Given or to be given: those that were skipped are not among them. */
  readonly planned: number;
  readonly skipped: number;
};

/** How many sites of each muscle are given, in the order of the paradigm. */
export const muscleCounts = ({ rows }: Fold): readonly MuscleCount[] =>
  muscles.map(({ id, name }) => {
    const count = (state: SiteRow['state']) => rows.filter((row) => row.muscle === id && row.state === state).length;
    const given = count('given');
    return { muscle: id, name, given, planned: given + count('planned'), skipped: count('skipped') };
  });

/** What forbids giving now, and what is merely to be known; rules that were set aside are neither. `strict`: see Settings. */
export function warnings(
  findings: readonly Finding[],
  strict: boolean,
): { readonly stops: readonly Finding[]; readonly told: readonly Finding[] } {
  const standing = findings.filter((finding) => finding.level !== 'override' || finding.overridden === null);
  const stops = standing.filter((finding) => standsInTheWay(finding) && (strict || !isNotYetRecorded(finding)));
  return { stops, told: standing.filter((finding) => !stops.includes(finding)) };
}
