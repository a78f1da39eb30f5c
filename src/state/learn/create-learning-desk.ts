import '../../messages/later';
import { createStore } from 'zustand/vanilla';
import { siteCard } from '../../learn/cards';
import { joinMonths, joinTours, union } from '../../learn/learning-join';
import type { Learner, TourKept } from '../../learn/learning';
import type { LearnersDocument } from '../../learn/learning-schema';
import type { Review } from '../../learn/review';
import { keptPlacement, siteRating } from '../../learn/site-rating';
import { t } from '../../messages/translate';
import { type DocumentChange, type DocumentStore, ok, type Result, type StoreError } from '../../record/ports';
import { byMonth, changesToForget } from './learning-changes';
import type { LearningDesk, LearningState } from './learning-desk';
import {
  type Additions,
  learnersId,
  noTour,
  nothingAdded,
  readAll,
  readLearners,
  readMonth,
  readTour,
} from './learning-documents';
import { importedText, learningFileName, readLearningFile, toLearningFile } from './learning-file';

export type LearningDeps = {
  readonly documents: Pick<DocumentStore, 'read' | 'readAll' | 'write'>;
  readonly now: () => string;
  readonly newId: () => string;
  /** Has the other windows read it again. */
  readonly tellOthers: () => void;
  readonly saveFile: (name: string, content: string) => void;
};

/** What waits to be kept, of one learner. */
type Waiting = Additions & { readonly learner: Learner; readonly tour: TourKept | null };

/** Other windows may write it meanwhile; none does so this often. */
const mostAttempts = 10;

/**
 * One change after another, anew (10 times at most) where another window was quicker. What was learned and the vault
 * does not take waits in this window, and is tried again with the next.
 */
export function createLearningDesk({ documents, now, newId, tellOthers, saveFile }: LearningDeps): LearningDesk {
  const store = createStore<LearningState>()(() => ({
    learners: [],
    learning: null,
    problem: null,
    unkept: 0,
    unread: 0,
  }));
  let waiting: readonly Waiting[] = [];
  const unkept = (): number => waiting.reduce((sum, one) => sum + one.reviews.length + one.placements.length, 0);

  /** One after the other: what is kept is added to what the one before left. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = last.then(act);
    last = mine.catch(() => undefined);
    return mine;
  };

  /** Writes what `make` says, anew where another window was quicker. */
  const write = async (
    make: () => Promise<Result<readonly DocumentChange[], StoreError>>,
  ): Promise<StoreError | null> => {
    for (let n = 1; ; n += 1) {
      const changes = await make();
      if (!changes.ok) return changes.error;
      if (changes.value.length === 0) return null;
      const written = await documents.write(changes.value, 'strict');
      if (!written.ok && written.error.kind === 'Conflict' && n < mostAttempts) continue;
      if (!written.ok) return written.error;
      tellOthers();
      return null;
    }
  };

  const changeLearners = (change: (doc: LearnersDocument) => LearnersDocument): Promise<StoreError | null> =>
    write(async () => {
      const kept = await readLearners(documents);
      if (!kept.ok) return kept;
      const doc = change(kept.value.doc);
      const same = doc === kept.value.doc;
      return ok(same ? [] : [{ kind: 'learning', id: learnersId, doc, expected: kept.value.revision }]);
    });

  /** The learners with this one among them and chosen. */
  const withLearner =
    (learner: Learner) =>
    (doc: LearnersDocument): LearnersDocument => {
      const learners = union(doc.learners, [learner]);
      return learners === doc.learners && doc.last === learner.id ? doc : { ...doc, learners, last: learner.id };
    };

  /** The learner that was made without being asked for. Another window may have made one too: theirs is kept if it was first. */
  let unasked: string | null = null;
  const unaskedLearner = (): Learner => {
    unasked = newId();
    return { id: unasked, name: t('progress.thisDevice') };
  };
  const keptFor = (learner: Learner, { learners, last: id }: LearnersDocument): Learner => {
    if (learner.id !== unasked || learners.some((one) => one.id === learner.id)) return learner;
    return learners.find((one) => one.id === id) ?? learners[0] ?? learner;
  };

  const changesFor = async (one: Waiting): Promise<Result<readonly DocumentChange[], StoreError>> => {
    const { tour } = one;
    const changes: DocumentChange[] = [];
    const known = await readLearners(documents);
    if (!known.ok) return known;
    const learner = keptFor(one.learner, known.value.doc);
    const doc = withLearner(learner)(known.value.doc);
    if (doc !== known.value.doc)
      changes.push({ kind: 'learning', id: learnersId, doc, expected: known.value.revision });
    for (const [at, added] of byMonth(one)) {
      const month = await readMonth(documents, learner.id, at);
      if (!month.ok) return month;
      const { id, revision } = month.value;
      const joined = joinMonths(month.value.doc, added);
      if (joined !== month.value.doc) changes.push({ kind: 'learning', id, doc: joined, expected: revision });
    }
    if (tour !== null) {
      const kept = await readTour(documents, learner.id);
      if (!kept.ok) return kept;
      const joined = { ...joinTours(tour, kept.value.doc.tour), at: tour.at };
      const { id, doc: before, revision } = kept.value;
      changes.push({ kind: 'learning', id, doc: { ...before, tour: joined }, expected: revision });
    }
    return ok(changes);
  };

  /** Keeps all that waits; what cannot be kept goes on waiting. Says what became of `asked`, or of all where it is null. */
  const flush = async (asked: Waiting | null): Promise<StoreError | null> => {
    let [problem, ofAsked]: [StoreError | null, StoreError | null] = [null, null];
    for (const one of waiting) {
      const failed = await write(() => changesFor(one));
      if (failed === null) waiting = waiting.filter((other) => other !== one);
      else problem = failed;
      if (one === asked) ofAsked = failed;
    }
    store.setState({ problem, unkept: unkept() });
    return asked === null ? problem : ofAsked;
  };

  /** Only the last place of a tour waits: it holds all that those before it did. */
  const withoutTourOf = (learner: string): readonly Waiting[] =>
    waiting.flatMap((one) => {
      if (one.tour === null || one.learner.id !== learner) return [one];
      return one.reviews.length + one.placements.length === 0 ? [] : [{ ...one, tour: null }];
    });

  const show = async (learner?: string): Promise<StoreError | null> => {
    const read = await readAll(documents);
    if (!read.ok) {
      // What is shown stays: it is not wrong, and may hold what waits. Where nobody can be read one learns all the same.
      const before = store.getState().learning;
      const somebody = { learner: unaskedLearner(), ...nothingAdded, tour: noTour };
      store.setState({ problem: read.error, learning: before ?? (read.error.kind === 'Locked' ? null : somebody) });
      return read.error;
    }
    const { learners, learning, unread } = read.value;
    const shown = store.getState().learning?.learner;
    const wanted = learner ?? shown?.id ?? learners.last;
    const chosen =
      learners.learners.find(({ id }) => id === wanted) ??
      // One who is not kept yet, for there is nothing to keep.
      waiting.find((one) => one.learner.id === wanted)?.learner ??
      learners.learners.find(({ id }) => id === learners.last) ??
      learners.learners[0] ??
      shown ??
      unaskedLearner();
    let whole = learning.get(chosen.id) ?? { ...nothingAdded, tour: noTour };
    for (const one of waiting)
      if (one.learner.id === chosen.id)
        whole = {
          reviews: union(whole.reviews, one.reviews),
          placements: union(whole.placements, one.placements),
          tour: one.tour ?? whole.tour,
        };
    store.setState({
      learners: union(learners.learners, [chosen]),
      learning: { learner: chosen, ...whole },
      unread,
    });
    return null;
  };

  const ready = (): Promise<StoreError | null> =>
    inTurn(async () => {
      const failed = await flush(null);
      const unreadable = await show();
      if (unreadable === null) return failed;
      return unreadable;
    });

  /** Shown at once, then kept. */
  const keep = async (added: Partial<Additions>, tour: TourKept | null): Promise<StoreError | null> => {
    if (store.getState().learning === null) await ready();
    return inTurn(async () => {
      const { learning } = store.getState();
      // Nobody can be read: there is nobody to keep it for.
      if (learning === null) return store.getState().problem;
      const { learner } = learning;
      const one: Waiting = { ...nothingAdded, ...added, learner, tour };
      waiting = [...(tour === null ? waiting : withoutTourOf(learner.id)), one];
      store.setState({
        learning: {
          ...learning,
          reviews: union(learning.reviews, one.reviews),
          placements: union(learning.placements, one.placements),
          tour: tour ?? learning.tour,
        },
        unkept: unkept(),
      });
      const failed = await flush(one);
      // Kept for a learner whom another window had made meanwhile.
      if (failed === null && unasked === learner.id) {
        unasked = null;
        return show();
      }
      return failed;
    });
  };

  return {
    store,
    now,
    ready,
    choose: (learner) =>
      inTurn(async () => {
        const failed = await changeLearners((doc) =>
          doc.last === learner || doc.learners.every(({ id }) => id !== learner) ? doc : { ...doc, last: learner },
        );
        // In emergency view another can be looked at all the same.
        const unreadable = await show(learner);
        return failed?.kind === 'ReadOnly' ? unreadable : (failed ?? unreadable);
      }),
    add: (name) =>
      inTurn(async () => {
        const learner = { id: newId(), name: name.trim() };
        return (await changeLearners(withLearner(learner))) ?? (await show(learner.id));
      }),
    addReviews: (answers) => {
      const at = now();
      return keep({ reviews: answers.map((answer): Review => ({ id: newId(), ...answer, at })) }, null);
    },
    addPlacement: (score, of) => {
      const at = now();
      const placement = keptPlacement(score, { id: newId(), at, of });
      const reviews = placement.sites.map(
        (site): Review => ({ id: newId(), card: siteCard(placement.map, site.site), rating: siteRating(site), at }),
      );
      return keep({ reviews, placements: [placement] }, null);
    },
    keepTour: (tour) => keep({}, tour),
    forget: () =>
      inTurn(async () => {
        const { learning } = store.getState();
        if (learning === null) return null;
        const { id } = learning.learner;
        const failed = await write(() => changesToForget(documents, id));
        if (failed !== null) return failed;
        waiting = waiting.filter((one) => one.learner.id !== id);
        store.setState({ learning: null, unkept: unkept() });
        return show();
      }),
    exportFile: () => {
      const { learning } = store.getState();
      if (learning === null) return null;
      const at = now();
      const name = learningFileName(at);
      saveFile(name, toLearningFile(learning, at));
      return { ok: true, message: { key: 'progress.exported', values: { name } } };
    },
    importFile: async (file) => {
      const read = await readLearningFile(file);
      if (!read.ok) return { ok: false, message: read.error };
      const { learner, reviews, placements, tour } = read.value;
      return inTurn(async () => {
        const before = await readAll(documents);
        const had = before.ok ? before.value.learning.get(learner.id) : undefined;
        const known = had ?? { ...nothingAdded, tour: noTour };
        const joined = joinTours(known.tour, tour);
        const one = { learner, reviews, placements, tour: joined === known.tour ? null : joined };
        const whole = await write(() => changesFor(one));
        // What stands in the way may be the tour alone: the rest is taken.
        const failed =
          whole === null || one.tour === null ? whole : await write(() => changesFor({ ...one, tour: null }));
        if (failed !== null) return { ok: false, message: importedText.notKept(failed) };
        await show(learner.id);
        const added = {
          reviews: union(known.reviews, reviews).length - known.reviews.length,
          placements: union(known.placements, placements).length - known.placements.length,
        };
        return { ok: true, message: importedText.done(learner.name, added, whole) };
      });
    },
  };
}
