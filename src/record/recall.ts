import type { SessionListing } from './listing';
import { vialUsesOf } from './listing';
import type { Patient } from './patient';
import { isLot, lotsLike, patientsOfLot, type VialUse } from './stock';

/** One vial of a lot that a patient had something of, or that was opened for the patient and thrown away. */
export type RecallLine = { readonly patient: Patient; readonly use: VialUse };

/** Who had a lot, and what could not be asked. */
export type Recall = {
  readonly lot: string;
  /** The patient of the latest use first; a patient's lines stand together, those of one product together. */
  readonly lines: readonly RecallLine[];
  readonly patients: number;
  /** Ids of sessions that do not open: each may hold the lot. */
  readonly unread: readonly string[];
  /** Vials whose lot nobody wrote down: each may be of it. */
  readonly unnamed: readonly RecallLine[];
  /** Lots of these records that could be the one meant. */
  readonly alike: readonly string[];
};

/** The recall of a lot over everything that is listed; null where no lot was said. */
export function recallOf(listings: readonly SessionListing[], lot: string): Recall | null {
  if (!isLot(lot)) return null;
  const sessions = listings.filter((one) => one.kind === 'session');
  const uses = sessions.flatMap(vialUsesOf);
  // As the latest session wrote it: the listing is newest first.
  const patients = new Map(sessions.toReversed().map(({ patient }) => [patient.id, patient]));
  const lineOf = (use: VialUse): readonly RecallLine[] => {
    const patient = patients.get(use.patient);
    return patient === undefined ? [] : [{ patient, use }];
  };
  const recalled = patientsOfLot(uses, lot);
  const ids = [...new Set(recalled.map(({ patient }) => patient))];
  return {
    lot: lot.trim(),
    lines: ids.flatMap((id) =>
      recalled.filter(({ patient }) => patient === id).flatMap((one) => one.uses.flatMap(lineOf)),
    ),
    patients: ids.length,
    unread: listings.filter(({ kind }) => kind === 'damaged').map(({ id }) => id),
    unnamed: uses.filter((use) => !isLot(use.lot ?? '')).flatMap(lineOf),
    alike: lotsLike(
      uses.map((use) => use.lot ?? ''),
      lot,
    ),
  };
}
