/** Signed versions are kept beside their session, each under an id of its own; the first is number 1. */
export const versionId = (session: string, n: number): string => `${session}.${String(n)}`;

/** The number of a version of this session; 0 where a document of the kind `signed-version` is none of its. */
export function versionNumber(session: string, documentId: string): number {
  const n = documentId.startsWith(`${session}.`) ? Number(documentId.slice(session.length + 1)) : 0;
  return Number.isSafeInteger(n) ? n : 0;
}
