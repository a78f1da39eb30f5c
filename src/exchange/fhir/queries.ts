import type { Patient } from 'fhir/r4';
import { identifierSystem, searchFor, values } from './identifiers';

/**
 * Searches for what was sent, relative to the base address of a server. `patient` is the id of the record (`Patient.id` there),
 * not the server's. Every answer is a searchset, perhaps of several pages.
 */

/** The documents of every signed version of a patient's sessions; `signedRecordsIn` takes the records out of each page. */
export const sessionBundleQuery = (patient: string): string =>
  `DocumentReference?patient.${searchFor('identifier', values.patient(patient))}&${searchFor('identifier', '')}`;

/** The documents of versions of one session, of whatever patient; `named` asks for what they are known by alone, if the server can leave out the rest. */
export const versionsQuery = (session: string, versions: readonly number[], named: boolean): string =>
  `DocumentReference?${searchFor('identifier', ...versions.map((n) => values.version(session, n)))}${named ? '&_elements=identifier' : ''}`;

/** The patients with an id of ours and a record number, however the clinic's server names the system of it. */
export const recordNumberQuery = (recordNumber: string): string =>
  `Patient?identifier=${encodeURIComponent(recordNumber.replace(/[\\,$|]/g, String.raw`\$&`))}&${searchFor('identifier', '')}`;

/** The id of the record in a Patient of the server; null where it has none of ours. */
export function recordIdOf(patient: Pick<Patient, 'identifier'>): string | null {
  const value = patient.identifier?.find(({ system }) => system === identifierSystem)?.value;
  if (value === undefined || value.includes('/')) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
