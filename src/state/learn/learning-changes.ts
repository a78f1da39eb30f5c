import { parseMonth, parseTour } from '../../learn/learning-schema';
import { type DocumentChange, type DocumentStore, err, ok, type Result, type StoreError } from '../../record/ports';
import { type Additions, learnersId, noTour, nothingAdded, readLearners } from './learning-documents';

/** Additions by the month in which they were made, each month by a moment in it. */
export function byMonth({ reviews, placements }: Additions): ReadonlyMap<string, Additions> {
  const months = new Map<string, Additions>();
  const of = (at: string): Additions => months.get(at.slice(0, 7)) ?? nothingAdded;
  for (const one of reviews) months.set(one.at.slice(0, 7), { ...of(one.at), reviews: [...of(one.at).reviews, one] });
  for (const one of placements)
    months.set(one.at.slice(0, 7), { ...of(one.at), placements: [...of(one.at).placements, one] });
  return months;
}

/** Empties every document of a learner that can be read, and takes the learner from the list. */
export async function changesToForget(
  documents: Pick<DocumentStore, 'read' | 'readAll'>,
  learner: string,
): Promise<Result<readonly DocumentChange[], StoreError>> {
  const [kept, all] = [await readLearners(documents), await documents.readAll('learning')];
  if (!kept.ok) return kept;
  if (!all.ok) return err(all.error);
  const left = kept.value.doc.learners.filter(({ id }) => id !== learner);
  const doc = { ...kept.value.doc, learners: left, last: left[0]?.id ?? null };
  const emptied = all.value.found.flatMap(({ id, revision, doc: kept }): DocumentChange[] => {
    const [month, tour] = [parseMonth(kept), parseTour(kept)];
    const isTour = tour.ok && tour.value.learner === learner;
    // What cannot be read, or is another's, stays as it is.
    if (!isTour && !(month.ok && month.value.learner === learner)) return [];
    const empty = isTour ? { tour: noTour } : nothingAdded;
    return [{ kind: 'learning', id, doc: { version: 1, learner, ...empty }, expected: revision }];
  });
  return ok([{ kind: 'learning', id: learnersId, doc, expected: kept.value.revision }, ...emptied]);
}
