import * as z from 'zod/mini';
import type { Assessment } from '../learn/assessment';
import { err, ok, type Result } from '../protocol/words';
import type { CheckingPort } from '../record/crypto-port';
import { damageText } from '../record/damage';
import { parseWith } from '../record/schema';
import { id, instant, named } from '../record/value-schemas';
import { parseAssessment } from './assessment-file';
import { type Certificate, checkCertificate } from './certificate';

/** An attempt at an assessment, put down when it is begun: one that nobody finished is seen to be so. */
export type AttemptKept = {
  readonly id: string;
  readonly title: string;
  readonly learner: string;
  /** ISO 8601 with offset. */
  readonly begunAt: string;
  /** How it ended; null while it goes on, or where the window was closed on it. */
  readonly ended: 'left' | 'certified' | null;
};

/** The version of what is kept; a later one is left alone. */
const version = 1;

/** What is kept of assessments, a document each. What is removed leaves an empty one: documents are never deleted. */
export type LearnDocument =
  | { readonly version: 1; readonly what: 'assessment'; readonly assessment: Assessment }
  | { readonly version: 1; readonly what: 'attempt'; readonly attempt: AttemptKept }
  /** `own`: made here, and not taken in from a file. */
  | {
      readonly version: 1;
      readonly what: 'certificate';
      readonly certificate: Certificate;
      readonly own: boolean;
    }
  | { readonly version: 1; readonly what: 'removed' };

/** An assessment as a document of the vault. */
export const assessmentDoc = (assessment: Assessment): LearnDocument => ({ version, what: 'assessment', assessment });
/** An attempt at one, likewise. */
export const attemptDoc = (attempt: AttemptKept): LearnDocument => ({ version, what: 'attempt', attempt });
/** A certificate, likewise. `own`: it was made on this device, not taken in. */
export const certificateDoc = (certificate: Certificate, own: boolean): LearnDocument => ({
  version,
  what: 'certificate',
  certificate,
  own,
});
export const removedDoc: LearnDocument = { version, what: 'removed' };

const whole = z.discriminatedUnion('what', [
  z.looseObject({ version: z.literal(version), what: z.literal('assessment'), assessment: z.unknown() }),
  z.looseObject({
    version: z.literal(version),
    what: z.literal('attempt'),
    attempt: z.looseObject({
      id,
      title: named,
      learner: named,
      begunAt: instant,
      ended: z.nullable(z.enum(['left', 'certified'])),
    }),
  }),
  z.looseObject({
    version: z.literal(version),
    what: z.literal('certificate'),
    certificate: z.unknown(),
    own: z.boolean(),
  }),
  z.looseObject({ version: z.literal(version), what: z.literal('removed') }),
]);

/** A document as it was written, checked to its end: what a certificate says is verified again. Says why it cannot be read. */
export async function readLearnDocument(
  doc: unknown,
  crypto: CheckingPort,
): Promise<Result<{ readonly document: LearnDocument; readonly keyName: string | null }, string>> {
  const read = parseWith(whole, doc);
  if (!read.ok) return err(damageText(read.error));
  const { value } = read;
  switch (value.what) {
    case 'assessment': {
      const assessment = parseAssessment(value.assessment);
      return assessment.ok
        ? ok({ document: assessmentDoc(assessment.value), keyName: null })
        : err(damageText(assessment.error));
    }
    case 'certificate': {
      const checked = await checkCertificate(value.certificate, crypto);
      if (!checked.ok) return err(checked.error.kind);
      return ok({
        document: certificateDoc(checked.value.certificate, value.own),
        keyName: checked.value.keyName,
      });
    }
    case 'attempt':
      return ok({ document: attemptDoc(value.attempt), keyName: null });
    case 'removed':
      return ok({ document: removedDoc, keyName: null });
  }
}
