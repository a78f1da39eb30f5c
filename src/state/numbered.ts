import { ok, type DocumentKind, type DocumentStore, type Result, type StoreError } from '../record/ports';

type Documents = Pick<DocumentStore, 'read'>;

/**
 * How many documents there are of those numbered from 1 on without a gap. A few of them are asked, not all; `known` is a
 * number that is there already. A document that does not open counts: it is there.
 */
export async function countNumbered(
  documents: Documents,
  kind: DocumentKind,
  idOf: (n: number) => string,
  known = 0,
): Promise<Result<number, StoreError>> {
  const has = async (n: number): Promise<Result<boolean, StoreError>> => {
    const read = await documents.read(kind, idOf(n));
    if (read.ok || read.error.kind === 'Damaged') return ok(true);
    return read.error.kind === 'NotFound' ? ok(false) : read;
  };
  let there = known;
  let beyond = known + 1;
  for (let stride = 1; ; stride *= 2) {
    const found = await has(beyond);
    if (!found.ok) return found;
    if (!found.value) break;
    there = beyond;
    beyond += stride;
  }
  while (beyond - there > 1) {
    const middle = there + Math.floor((beyond - there) / 2);
    const found = await has(middle);
    if (!found.ok) return found;
    if (found.value) there = middle;
    else beyond = middle;
  }
  return ok(there);
}
