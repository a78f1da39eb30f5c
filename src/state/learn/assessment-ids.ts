/** What is kept of assessments lies among what is learned, under ids of its own. */
const ours = /^(?:assessment|attempt|certificate)\./;
/** The months and the tour of a learner whose id, from a file, is one of those words. */
const learners = /\.(?:\d{4}-\d{2}|tour)(?:\.\d)?$/;
export const isAssessmentDocument = (id: string): boolean => ours.test(id) && !learners.test(id);

/** By what it says, so that none stands in the place of another. */
export const assessmentDocId = (key: string): string => `assessment.${key}`;
export const attemptDocId = (id: string): string => `attempt.${id}`;
export const certificateDocId = (hash: string): string => `certificate.${hash}`;
