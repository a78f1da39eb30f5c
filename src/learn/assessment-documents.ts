/** What documents of assessments are named by, where a document of a learner is named by the learner's id. */
export const assessmentDocuments = ['assessment', 'attempt', 'certificate'] as const;
