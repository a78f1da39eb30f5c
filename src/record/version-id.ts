/** Signed versions are kept beside their session, each under an id of its own; the first is number 1. */
export const versionId = (session: string, n: number): string => `${session}.${String(n)}`;

/** Whether a document of the kind `signed-version` is one of this session. */
export const isVersionOf = (session: string, documentId: string): boolean => documentId.startsWith(`${session}.`);
