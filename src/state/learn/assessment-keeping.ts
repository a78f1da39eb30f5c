import { assessmentKey } from '../../exchange/assessment-file';
import type { Certificate } from '../../exchange/certificate';
import {
  assessmentDoc,
  attemptDoc,
  type AttemptKept,
  certificateDoc,
  type LearnDocument,
  readLearnDocument,
  removedDoc,
} from '../../exchange/certificate-kept';
import type { Assessment } from '../../learn/assessment';
import type { CheckingPort } from '../../record/crypto-port';
import { assessmentDocId, attemptDocId, certificateDocId, isAssessmentDocument } from './assessment-ids';
import { type DocumentsOfKind, ok, type Result, type StoreError } from '../../record/ports';

/** Where the documents lie: those of one kind in the vault. */
export type LearnDocuments = {
  readonly readAll: () => Promise<Result<DocumentsOfKind, StoreError>>;
  /** All or nothing; the new revisions. */
  readonly write: (
    changes: readonly { readonly id: string; readonly doc: unknown; readonly expected: number }[],
  ) => Promise<Result<readonly number[], StoreError>>;
};

/** `key` is the same for the same assessment to the last field, and for no other. */
export type KeptAssessment = { readonly assessment: Assessment; readonly key: string };
/**
 * `keyName` names the key that signed it. `own`: made here. `notKept`: why it is only here until the window is closed.
 */
export type KeptCertificate = {
  readonly certificate: Certificate;
  readonly key: string;
  readonly keyName: string;
  readonly own: boolean;
  readonly notKept?: StoreError;
};

export type Kept = {
  readonly assessments: readonly KeptAssessment[];
  readonly attempts: readonly AttemptKept[];
  readonly certificates: readonly KeptCertificate[];
  /** Documents that cannot be read: left as they lie. */
  readonly unreadable: number;
};

/** What is to be written of one thing. */
export type Writing = { readonly id: string; readonly doc: LearnDocument };
export const writing = {
  assessment: ({ assessment, key }: KeptAssessment): Writing => ({
    id: assessmentDocId(key),
    doc: assessmentDoc(assessment),
  }),
  attempt: (attempt: AttemptKept): Writing => ({ id: attemptDocId(attempt.id), doc: attemptDoc(attempt) }),
  certificate: ({ certificate, own }: KeptCertificate): Writing => ({
    id: certificateDocId(certificate.hash),
    doc: certificateDoc(certificate, own),
  }),
  removal: (id: string): Writing => ({ id, doc: removedDoc }),
};

/** Reads and writes what is kept of assessments, certificates and attempts; other documents of the kind are left alone. */
export function createKeeping(documents: LearnDocuments, crypto: CheckingPort) {
  const revisions = new Map<string, number>();

  return {
    async read(): Promise<Result<Kept, StoreError>> {
      const all = await documents.readAll();
      if (!all.ok) return all;
      const [assessments, attempts, certificates]: [KeptAssessment[], AttemptKept[], KeptCertificate[]] = [[], [], []];
      let unreadable = 0;
      for (const { id, doc, revision } of all.value.found) {
        if (!isAssessmentDocument(id)) continue;
        revisions.set(id, revision);
        const read = await readLearnDocument(doc, crypto);
        if (!read.ok) {
          unreadable += 1;
          continue;
        }
        const { document, keyName } = read.value;
        if (document.what === 'assessment')
          assessments.push({
            assessment: document.assessment,
            key: await assessmentKey(document.assessment, crypto),
          });
        else if (document.what === 'attempt') attempts.push(document.attempt);
        else if (document.what === 'certificate') {
          const { certificate, own } = document;
          const key = await assessmentKey(certificate.assessment, crypto);
          certificates.push({ certificate, own, key, keyName: keyName ?? '' });
        }
      }
      return ok({
        assessments: assessments.sort((a, b) => latest(a.assessment.madeAt, b.assessment.madeAt)),
        attempts: attempts.sort((a, b) => latest(a.begunAt, b.begunAt)),
        certificates: certificates.sort((a, b) => latest(a.certificate.signedAt, b.certificate.signedAt)),
        unreadable,
      });
    },

    /** All or nothing; null where it was done. */
    async write(all: readonly Writing[]): Promise<StoreError | null> {
      const written = await documents.write(all.map(({ id, doc }) => ({ id, doc, expected: revisions.get(id) ?? 0 })));
      if (!written.ok) return written.error;
      for (const [n, { id }] of all.entries()) revisions.set(id, written.value[n] ?? 0);
      return null;
    },
  };
}

const latest = (a: string, b: string): number => Date.parse(b) - Date.parse(a);
