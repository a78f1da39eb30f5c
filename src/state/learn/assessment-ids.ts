import { assessmentDocuments } from '../../learn/assessment-documents';

/** What is kept of assessments lies among what is learned, under ids of its own. */
export const isAssessmentDocument = (id: string): boolean =>
  assessmentDocuments.some((kind) => id.startsWith(`${kind}.`));

/** By what it says, so that none stands in the place of another. */
export const assessmentDocId = (key: string): string => `assessment.${key}`;
export const attemptDocId = (id: string): string => `attempt.${id}`;
export const certificateDocId = (hash: string): string => `certificate.${hash}`;
