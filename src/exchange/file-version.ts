import type { EntryKind } from '../ledger/entry';
import type { Session } from '../record/session';
import type { FileVersion } from '../record/session-file-schema';

/** The first version whose readers know a kind of entry. */
const since: Readonly<Record<EntryKind, FileVersion>> = {
  plan: 1,
  give: 1,
  skip: 1,
  void: 1,
  move: 2,
  incident: 3,
  'off-protocol': 3,
  waste: 3,
  stop: 3,
};

/**
 * The oldest version whose readers understand the session, so that as many programs as can read it do. What an older
 * reader would not show, though it could keep it, counts too: it must not stand for a record that it shows in part.
 */
export function versionFor({ patient, visit, vials, entries, plannedFrom }: Session): FileVersion {
  const together = entries.some((entry) => entry.kind === 'give' && entry.together !== undefined);
  if (together || (plannedFrom ?? visit?.pain ?? visit?.tenderness) !== undefined) return 4;
  const told = [
    patient.born,
    patient.recordNumber,
    visit,
    ...vials.flatMap(({ lot, expiry, diluent, reconstitutedAt }) => [lot, expiry, diluent, reconstitutedAt]),
  ];
  if (told.some((value) => value !== undefined)) return 3;
  // A void that names an entry follows one of a kind that is as new.
  return entries.reduce<FileVersion>((least, { kind }) => (since[kind] > least ? since[kind] : least), 1);
}
