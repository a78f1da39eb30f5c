/** What is kept of assessments lies among what is learned, under ids of its own. */
const ours = /^(?:assessment|attempt|certificate)\./;
export const isAssessmentDocument = (id: string): boolean => ours.test(id);

/** By what it says, so that none stands in the place of another. */
export const assessmentDocId = (key: string): string => `assessment.${key}`;
export const attemptDocId = (id: string): string => `attempt.${id}`;
export const certificateDocId = (hash: string): string => `certificate.${hash}`;
