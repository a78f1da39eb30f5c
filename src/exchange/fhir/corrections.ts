import type { Bundle, BundleEntry, Patient } from 'fhir/r4';
import type { Bytes } from '../../record/crypto-port';
import type { SignedVersion } from '../../record/signed-version';
import { searchFor, values } from './identifiers';
import { patientResource } from './people';
import type { SentType } from './references';

/** RFC 6902, as far as it is needed. A step of `test` that does not hold leaves all of the resource as it is. */
export type PatchStep =
  | { readonly op: 'test' | 'replace' | 'add'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

const patchType = 'application/json-patch+json';

/**
 * What a version changes of what was created once and is never overwritten: the documents before it are superseded, and of the
 * patient what the version corrects; the record number is told to a Patient that was made without one. For the server to take
 * after the version itself, as a batch: each entry by itself, and each only where what stands there is word for word what was
 * sent. Null where there is nothing to change.
 */
export function correctionBundle(versions: readonly SignedVersion[], base64: (bytes: Bytes) => string): Bundle | null {
  const last = versions.at(-1);
  if (last === undefined) return null;
  const before = versions.at(-2);
  const { session } = last;
  const patch = (type: SentType, value: string, steps: readonly PatchStep[]): BundleEntry => ({
    resource: {
      resourceType: 'Binary',
      contentType: patchType,
      data: base64(new TextEncoder().encode(JSON.stringify(steps))),
    },
    request: { method: 'PATCH', url: `${type}?${searchFor('identifier', value)}` },
  });
  const superseded = versions
    .slice(0, -1)
    .map(({ version }) => patch('DocumentReference', values.version(session.id, version), supersededSteps));
  // The session may have been moved to another patient: nobody's name was corrected then.
  const same = before?.session.patient.id === session.patient.id;
  const now = patientResource(session.patient);
  // Apart, each for itself: a name that the clinic has put in its own way keeps no number out.
  const changes = [
    before !== undefined && same ? patientSteps(patientResource(before.session.patient), now) : [],
    numberSteps(now),
  ].filter((steps) => steps.length > 0);
  const patient = changes.map((steps) => patch('Patient', values.patient(session.patient.id), steps));
  const entry = [...superseded, ...patient];
  return entry.length === 0 ? null : { resourceType: 'Bundle', type: 'batch', timestamp: last.at, entry };
}

/** What somebody has marked otherwise (as entered in error) stays so. */
const supersededSteps: readonly PatchStep[] = [
  { op: 'test', path: '/status', value: 'current' },
  { op: 'replace', path: '/status', value: 'superseded' },
];

/**
 * From one patient to the next. A name or a birth date that was not told before is not put in: whether the clinic has put in
 * its own cannot be tested.
 */
function patientSteps(before: Patient, after: Patient): readonly PatchStep[] {
  return [
    ...changed('/name', before.name, after.name),
    ...changed('/birthDate', before.birthDate, after.birthDate),
    ...changed('/identifier/1', before.identifier?.[1], after.identifier?.[1]),
  ];
}

/**
 * The record number for a Patient that has our own identifier alone, as one has whose first session was sent before the number
 * was told: a clinic that has given its own number has told the patient apart.
 */
function numberSteps({ identifier }: Patient): readonly PatchStep[] {
  const [own, number] = identifier ?? [];
  if (own === undefined || number === undefined) return [];
  return [
    { op: 'test', path: '/identifier', value: [own] },
    { op: 'add', path: '/identifier/-', value: number },
  ];
}

function changed(path: string, before: unknown, after: unknown): readonly PatchStep[] {
  if (before === undefined || JSON.stringify(before) === JSON.stringify(after)) return [];
  const untouched: PatchStep = { op: 'test', path, value: before };
  return [untouched, after === undefined ? { op: 'remove', path } : { op: 'replace', path, value: after }];
}
