import type { IncidentKind } from '../../ledger/entry';
import { offProtocolMuscles, type OffProtocolMuscleId } from '../../protocol/off-protocol';
import { muscleOf, protocol } from '../../protocol/paradigm';
import { readSiteId } from '../../protocol/site-id';
import type { MuscleId, Side, SiteId } from '../../protocol/words';

/** The words a Bundle speaks with where no code is confirmed. English, like the names of the muscles and the sentences of places. */

export const texts = {
  chronicMigraine: 'Chronic migraine',
  intramuscular: 'intramuscular',
  fixed: `${protocol.name}, fixed site`,
  extra: `${protocol.name}, follow-the-pain site`,
  skipped: `${protocol.name}, site left out`,
  offProtocol: 'Off-protocol, outside the paradigm',
  incident: 'Incident, outside the paradigm',
  wasted: 'Drug discarded of a vial',
  total: 'Drug administered in the session, all of it',
  atSites: `At the sites of ${protocol.name}`,
  unnamed: 'Product without a name',
  recordNumber: 'Record number',
  note: 'Procedure note',
  notePdf: 'Procedure note',
  signedRecord: 'Signed record, all versions',
  author: 'author',
} as const;

/** "Intramuscular injection of onabotulinumtoxinA, PREEMPT paradigm", by the names of the vials. */
export const procedureText = (products: readonly string[]): string =>
  `Intramuscular injection of ${[...new Set(products)].join(' and ')}, ${protocol.name} paradigm`;

export const incidentTexts: Readonly<Record<IncidentKind, string>> = {
  'extra-dose': 'extra dose',
  'double-dose': 'double dose',
  'partial-dose': 'partial dose',
  leak: 'leak',
  other: 'other',
};

/** "Temporalis", without a side; the masseter from the list of muscles outside the paradigm. */
export const muscleText = (muscle: MuscleId | OffProtocolMuscleId): string =>
  muscle === 'masseter' ? offProtocolMuscles[muscle].name : muscleOf(muscle).name;

/** "Temporalis left". */
export const sideText = (muscle: MuscleId | OffProtocolMuscleId, side: Side): string => `${muscleText(muscle)} ${side}`;

/** "Temporalis left 2"; "Temporalis left F1" for an extra. */
export function siteText(site: SiteId, muscle: MuscleId, side: Side): string {
  const read = readSiteId(site);
  return read === null
    ? `${sideText(muscle, side)} (${site})`
    : `${sideText(muscle, side)} ${read.ftp ? 'F' : ''}${String(read.ordinal)}`;
}
