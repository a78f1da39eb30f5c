import type { Bundle, BundleEntry, FhirResource, Observation } from 'fhir/r4';
import { administrationResource } from './administration-resources';
import { bodyStructureResource, pointsOf } from './body-structures';
import { documentResource, provenanceResource, type Target } from './document';
import { identifierOf, searchFor, values } from './identifiers';
import { medicationResource } from './medications';
import { totalOf, totalResource, wasteOf, wasteResource } from './observations';
import { patientResource, practitionerResource } from './people';
import { procedureResource } from './procedure';
import { referencesFrom, type SentType } from './references';
import type { BundleInput, Sent } from './sent';
import { administrationsOf, standingAndGone } from './standing';

/**
 * A signed version as a FHIR R4 transaction (docs/fhir.md): the session as the version has it, and its documents. The same
 * input gives the same Bundle. Sent twice it changes nothing; the Bundle of a later version updates what this one made.
 * Needs at least one version (throws RangeError), and versions that were verified: entries that break the rules throw.
 */
export function transactionBundle(input: BundleInput): Bundle {
  const last = input.versions.at(-1);
  if (last === undefined) throw new RangeError('no version to send');
  const sent: Sent = { ...input, last, session: last.session, references: referencesFrom(last.hash) };
  const { session } = sent;
  const made = madeOf(sent);
  const targets: readonly Target[] = made.map(({ type, value }) => ({ type, value }));
  const version = values.version(session.id, last.version);
  return {
    resourceType: 'Bundle',
    identifier: identifierOf(version),
    type: 'transaction',
    timestamp: last.at,
    entry: [
      ...peopleOf(sent).map((one) => entryOf(sent, { ...one, as: 'create' })),
      ...made.map((one) => entryOf(sent, one)),
      entryOf(sent, {
        type: 'Provenance',
        value: version,
        resource: provenanceResource(sent, targets),
        as: 'create-by-tag',
      }),
    ],
  };
}

/**
 * The same for a server that has a later version already: what is not there is created, and nothing of the later one is put
 * back. The document of this version is superseded from the beginning.
 */
export const behindLater = (bundle: Bundle): Bundle => ({
  ...bundle,
  entry: (bundle.entry ?? []).map(({ request, resource, ...entry }): BundleEntry => {
    const [type = '', query = ''] = request?.url.split('?') ?? [];
    return {
      ...entry,
      ...(resource === undefined
        ? {}
        : {
            resource: resource.resourceType === 'DocumentReference' ? { ...resource, status: 'superseded' } : resource,
          }),
      ...(request === undefined
        ? {}
        : { request: request.method === 'PUT' ? { method: 'POST', url: type, ifNoneExist: query } : request }),
    };
  }),
});

/** The status that the server's answer tells of the first entry of a type; 0 where it tells none. */
export function statusIn(answer: Bundle, sent: Bundle, type: SentType): number {
  const at = (sent.entry ?? []).findIndex(({ resource }) => resource?.resourceType === type);
  const status: unknown = at < 0 ? undefined : answer.entry?.[at]?.response?.status;
  return typeof status === 'string' ? Number(/^\d{3}/.exec(status)?.[0] ?? 0) : 0;
}

type Made = {
  readonly type: SentType;
  readonly value: string;
  readonly resource: FhirResource;
  /** `update`: what lives on across versions. `create`: what is made where it is not there yet, and never changed from here. */
  readonly as: 'update' | 'create' | 'create-by-tag';
};

function entryOf({ references }: Sent, { type, value, resource, as }: Made): BundleEntry {
  const fullUrl = references.fullUrl(type, value);
  if (as === 'update')
    return { fullUrl, resource, request: { method: 'PUT', url: `${type}?${searchFor('identifier', value)}` } };
  const ifNoneExist = searchFor(as === 'create' ? 'identifier' : '_tag', value);
  return { fullUrl, resource, request: { method: 'POST', url: type, ifNoneExist } };
}

/**
 * The patient, and everybody who signed a version, as he or she last did. Made where they are not known yet and never changed:
 * the clinic's server may know more of them than a record does, and an addendum to an old session less than a new one.
 */
function peopleOf({ versions, session }: Sent): readonly Omit<Made, 'as'>[] {
  const { patient } = session;
  const signers = new Map(versions.map(({ author }) => [author.profile, author]));
  return [
    { type: 'Patient', value: values.patient(patient.id), resource: patientResource(patient) },
    ...[...signers.values()].map((author) => ({
      type: 'Practitioner' as const,
      value: values.practitioner(author.profile),
      resource: practitionerResource(author),
    })),
  ];
}

/** Everything that this version says. What an earlier version said and this one does not is sent as entered in error. */
function madeOf(sent: Sent): readonly Made[] {
  const { versions, session, last } = sent;
  const each = versions.map(({ session: content }) => {
    const { folded, administrations } = administrationsOf(content);
    return {
      folded,
      administrations,
      points: pointsOf(content.id, folded),
      vials: new Map(content.vials.map((vial) => [values.vial(content.id, vial.id), vial])),
      waste: wasteOf(content, folded),
      total: totalOf(content, folded),
    };
  });
  const now = each.at(-1);
  if (now === undefined) throw new RangeError('no version to send');
  const administrations = standingAndGone(each.map((one) => one.administrations));
  const points = standingAndGone(each.map((one) => one.points));
  const vials = standingAndGone(each.map((one) => one.vials));
  const waste = standingAndGone(each.map((one) => one.waste));
  /** An observation that says what it always said is final. */
  const saidBefore = (isSame: (one: (typeof each)[number]) => boolean): Observation['status'] =>
    each.every(isSame) ? 'final' : 'amended';

  // The first version has nothing to change: sent late, or from an old copy of the record, it takes back nothing of a later one.
  const lasting: Made['as'] = last.version === 1 ? 'create' : 'update';
  const both = <T>(
    { stands, gone }: ReturnType<typeof standingAndGone<T>>,
    type: SentType,
    resource: (value: string, one: T, isGone: boolean) => FhirResource,
  ): readonly Made[] => [
    ...[...stands].map(([value, one]) => ({
      type,
      value,
      resource: resource(value, one, false),
      as: lasting,
    })),
    ...[...gone].map(([value, one]) => ({ type, value, resource: resource(value, one, true), as: lasting })),
  ];

  return [
    {
      type: 'Procedure',
      value: values.procedure(session.id),
      resource: procedureResource(sent, now.folded, now.administrations, [...now.points.keys()]),
      as: lasting,
    },
    ...both(vials, 'Medication', (value, vial, isGone) =>
      medicationResource(vial, value, isGone ? 'entered-in-error' : 'active'),
    ),
    ...both(points, 'BodyStructure', (value, point, isGone) => bodyStructureResource(sent, value, point, isGone)),
    ...both(administrations, 'MedicationAdministration', (value, one, isGone) =>
      administrationResource(sent, value, one, isGone),
    ),
    ...both(waste, 'Observation', (value, one, isGone) =>
      wasteResource(
        sent,
        value,
        one,
        isGone ? 'entered-in-error' : saidBefore((then) => then.waste.get(value)?.units === one.units),
      ),
    ),
    {
      type: 'Observation',
      value: values.total(session.id),
      resource: totalResource(
        sent,
        now.total,
        saidBefore(({ total }) => JSON.stringify(total) === JSON.stringify(now.total)),
      ),
      as: lasting,
    },
    {
      type: 'DocumentReference',
      value: values.version(session.id, last.version),
      resource: documentResource(sent),
      as: 'create',
    },
  ];
}
