import type { Reference } from 'fhir/r4';
import type { Bytes } from '../../record/crypto-port';
import type { SessionContent, SignedVersion } from '../../record/signed-version';
import { field, textOf } from './elements';
import { values } from './identifiers';
import type { References } from './references';

export type BundleInput = {
  /** The whole record up to the version that is sent, which is the last. */
  readonly versions: readonly SignedVersion[];
  /** The same as `toSignedFile` writes it. */
  readonly signedFile: Bytes;
  /** The procedure note; null where there is none, as in a browser without it. */
  readonly pdf: Bytes | null;
  /** Bytes in base64 (RFC 4648, section 4), padded. */
  readonly base64: (bytes: Bytes) => string;
};

/** What every resource of one Bundle is made from. */
export type Sent = BundleInput & {
  readonly last: SignedVersion;
  readonly session: SessionContent;
  readonly references: References;
};

/** The patient of the session, by the address within the same Bundle. */
export const subjectOf = ({ session, references }: Sent): Reference =>
  references.to('Patient', values.patient(session.patient.id));

/** The procedure of the session, likewise. */
export const procedureOf = ({ session, references }: Sent): Reference =>
  references.to('Procedure', values.procedure(session.id));

/** The product of a vial, which the last version may not have any more: as the last one that has it names it. */
export const productOf = ({ versions }: Sent, vial: string): string | undefined =>
  versions.flatMap(({ session }) => session.vials).findLast(({ id }) => id === vial)?.product;

/**
 * Whoever an entry names: the signer of that name where the versions have exactly one, else the name alone, since an entry does
 * not say which of two it means; nothing for no name.
 */
export function actorOf({ versions, references }: Sent, name: string): Reference | undefined {
  const display = textOf(name);
  if (display === undefined) return undefined;
  const [signer, another] = new Set(versions.flatMap(({ author }) => (author.name === name ? [author.profile] : [])));
  const known =
    signer === undefined || another !== undefined ? {} : references.to('Practitioner', values.practitioner(signer));
  return { ...known, ...field('display', display) };
}
