import { assessmentDocuments } from '../../learn/assessment-documents';

/** What is kept of assessments lies among what is learned, under ids of its own. */
export const isAssessmentDocument = (id: string): boolean =>
  assessmentDocuments.some((kind) => id.startsWith(`${kind}.`));

/** By what it says, so that none stands in the place of another. */
export const assessmentDocId = (key: string): string => `assessment.${key}`;
/** By the id of the attempt. */
export const attemptDocId = (id: string): string => `attempt.${id}`;
/** By the hash of the certificate, so that none stands in the place of another. */
export const certificateDocId = (hash: string): string => `certificate.${hash}`;
