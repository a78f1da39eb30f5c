import type { DocumentReference, Provenance } from 'fhir/r4';
import type { Bytes } from '../../record/crypto-port';
import { authorsSignature, codeSystems } from './codes';
import { conceptOf, field, listed } from './elements';
import { identifierOf, identifierSystem, values } from './identifiers';
import type { SentType } from './references';
import { procedureOf, type Sent, subjectOf } from './sent';
import { texts } from './texts';

const pdfType = 'application/pdf';
export const recordType = 'application/json';
/** Two numbers of 32 bytes, r and s, one after the other: what WebCrypto makes. */
const signatureType = 'application/octet-stream';

/** The documents of a version: the note where there is one, and the signed record, which no later version ever replaces. */
export function documentResource(sent: Sent): DocumentReference {
  const { session, last, references, pdf, signedFile, base64 } = sent;
  const attached = (contentType: string, title: string, bytes: Bytes) => ({
    attachment: { contentType, data: base64(bytes), size: bytes.length, title, creation: last.at },
  });
  // Named by its identifier: whether the server ever got it is not known here.
  const replaces =
    last.version === 1
      ? undefined
      : {
          code: 'replaces' as const,
          target: {
            type: 'DocumentReference',
            identifier: identifierOf(values.version(session.id, last.version - 1)),
          },
        };
  return {
    resourceType: 'DocumentReference',
    identifier: [
      identifierOf(values.version(session.id, last.version)),
      identifierOf(values.versionHash(session.id, last.version, last.hash)),
    ],
    status: 'current',
    docStatus: last.version === 1 ? 'final' : 'amended',
    type: { text: texts.note },
    subject: subjectOf(sent),
    date: last.at,
    author: [references.to('Practitioner', values.practitioner(last.author.profile))],
    ...listed('relatesTo', [replaces]),
    content: [
      ...(pdf === null ? [] : [attached(pdfType, texts.notePdf, pdf)]),
      attached(recordType, texts.signedRecord, signedFile),
    ],
    context: { related: [procedureOf(sent)] },
  };
}

export type Target = { readonly type: SentType; readonly value: string };

/**
 * Who signed the version, when and why, and the signature: ECDSA over P-256 with SHA-256 over the canonical bytes of the
 * version in the signed record, not over the resources. Provenance has no identifier in R4, so a tag tells it apart.
 */
export function provenanceResource({ last, session, references }: Sent, targets: readonly Target[]): Provenance {
  const who = references.to('Practitioner', values.practitioner(last.author.profile));
  const document = references.to('DocumentReference', values.version(session.id, last.version));
  return {
    resourceType: 'Provenance',
    meta: { tag: [{ system: identifierSystem, code: values.version(session.id, last.version) }] },
    target: targets.map(({ type, value }) => references.to(type, value)),
    recorded: last.at,
    ...listed('reason', [conceptOf(last.reason)]),
    agent: [{ type: { text: texts.author }, who }],
    entity: [{ role: 'source', what: document }],
    signature: [
      {
        type: [{ system: codeSystems.signature, ...authorsSignature }],
        when: last.at,
        who,
        targetFormat: recordType,
        sigFormat: signatureType,
        ...field('data', standardBase64(last.signature)),
      },
    ],
  };
}

/** The letters of base64url in those of base64, padded. */
export const standardBase64 = (text: string): string =>
  text.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat((4 - (text.length % 4)) % 4);
