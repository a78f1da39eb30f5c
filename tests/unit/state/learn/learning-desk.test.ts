import { describe, expect, it } from 'vitest';
import { createLearningDesk } from '../../../../src/state/learn/create-learning-desk';
import { documentMemory, type DocumentMemory } from '../../../support/document-memory';

let made = 0;
/** A window over a vault; `clock.at` is its time. */
function windowOn(documents: DocumentMemory) {
  const clock = { at: '2026-11-29T09:00:00+01:00' };
  const files: { readonly name: string; readonly content: string }[] = [];
  const told = { others: 0 };
  const desk = createLearningDesk({
    documents,
    now: () => clock.at,
    newId: () => {
      made += 1;
      return `id-${String(made)}`;
    },
    tellOthers: () => {
      told.others += 1;
    },
    saveFile: (name, content) => files.push({ name, content }),
  });
  const learning = () => desk.store.getState().learning;
  const cards = () => learning()?.reviews.map(({ card }) => card) ?? [];
  return { desk, clock, files, told, learning, cards };
}
const fact = (name: string, rating: 'again' | 'good' = 'good') => ({ card: `fact:${name}`, rating }) as const;
const asFile = (text: string) => ({ text: () => Promise.resolve(text), size: text.length });
const ids = (documents: DocumentMemory) => [...documents.rows.values()].map(({ id }) => id.replace(/id-\d+/, 'me'));
const noPlace = { at: { muscle: 'corrugator', step: 'where' } } as const;
/** A vault in which as many tours of a learner as are looked at come from a newer version. */
function withNoRoomForTour(learner: string): DocumentMemory {
  const documents = documentMemory();
  documents.put('learning', 'learners', { version: 1, learners: [{ id: learner, name: 'Me' }], last: learner });
  for (const n of ['', '.2', '.3', '.4', '.5', '.6', '.7', '.8', '.9'])
    documents.put('learning', `${learner}.tour${n}`, { version: 2, learner });
  return documents;
}

describe('what was learned', () => {
  it('is kept for a learner whom nobody was asked for, and read by the next page', async () => {
    const documents = documentMemory();
    const page = windowOn(documents);
    expect(await page.desk.ready()).toBeNull();
    expect(page.learning()?.learner.name).toBe('This device');
    expect(documents.rows.size, 'to look is to write nothing').toBe(0);
    expect(await page.desk.addReviews([fact('order'), fact('ftp', 'again')])).toBeNull();
    const next = windowOn(documents);
    await next.desk.ready();
    expect(next.learning()).toEqual(page.learning());
    expect(next.cards()).toEqual(['fact:order', 'fact:ftp']);
  });

  it('is written by the month, so that an answer rewrites nothing older', async () => {
    const documents = documentMemory();
    const page = windowOn(documents);
    await page.desk.addReviews([fact('a')]);
    page.clock.at = '2026-12-01T00:10:00+01:00';
    await page.desk.addReviews([fact('b')]);
    await page.desk.keepTour({ at: { muscle: 'procerus', step: 'why' }, done: ['corrugator'] });
    expect(ids(documents)).toEqual(['learners', 'me.2026-11', 'me.2026-12', 'me.tour']);
    const november = [...documents.rows.values()].find(({ id }) => id.endsWith('2026-11'));
    expect(november?.revision).toBe(1);
    const next = windowOn(documents);
    await next.desk.ready();
    expect(next.cards()).toEqual(['fact:a', 'fact:b']);
    expect(next.learning()?.tour).toEqual({ at: { muscle: 'procerus', step: 'why' }, done: ['corrugator'] });
  });

  it('of two windows at once neither loses an answer, and both go to one learner', async () => {
    const documents = documentMemory();
    const [one, other] = [windowOn(documents), windowOn(documents)];
    await Promise.all([one.desk.ready(), other.desk.ready()]);
    await Promise.all([
      ...['a', 'b', 'c'].map((name) => one.desk.addReviews([fact(name)])),
      ...['x', 'y', 'z'].map((name) => other.desk.addReviews([fact(name)])),
    ]);
    await Promise.all([one.desk.ready(), other.desk.ready()]);
    const all = ['a', 'b', 'c', 'x', 'y', 'z'].map((name) => `fact:${name}`);
    expect(one.cards().toSorted()).toEqual(all);
    expect(other.learning()).toEqual(one.learning());
    expect(one.desk.store.getState().learners).toHaveLength(1);
  });

  it.each([{ kind: 'DiskFull' } as const, { kind: 'ReadOnly' } as const, { kind: 'Locked' } as const])(
    'is shown and said where it cannot be kept ($kind), and kept when it can',
    async (error) => {
      const documents = documentMemory();
      const page = windowOn(documents);
      await page.desk.ready();
      documents.fail(error);
      expect(await page.desk.addReviews([fact('a')])).toEqual(error);
      expect(page.desk.store.getState()).toMatchObject({ problem: error, unkept: 1 });
      await page.desk.ready();
      expect(page.cards(), 'still shown').toEqual(['fact:a']);
      documents.fail(null);
      expect(await page.desk.addReviews([fact('b')])).toBeNull();
      expect(page.desk.store.getState()).toMatchObject({ problem: null, unkept: 0 });
      const next = windowOn(documents);
      await next.desk.ready();
      expect(next.cards()).toEqual(['fact:a', 'fact:b']);
    },
  );

  it.each([
    ['damaged', { version: 1, learner: 'me', reviews: 'gone' }],
    ['newer', { version: 2, learner: 'me', reviews: [], placements: [], more: true }],
  ])('leaves a %s document as it is, says so, and writes beside it', async (_, doc) => {
    const documents = documentMemory();
    documents.put('learning', 'learners', { version: 1, learners: [{ id: 'me', name: 'Me' }], last: 'me' });
    documents.put('learning', 'me.2026-11', doc);
    const page = windowOn(documents);
    await page.desk.ready();
    expect(page.desk.store.getState().unread).toBe(1);
    expect(await page.desk.addReviews([fact('a')])).toBeNull();
    expect(documents.rows.get('learning/me.2026-11')).toMatchObject({ doc, revision: 1 });
    const next = windowOn(documents);
    await next.desk.ready();
    expect(next.cards()).toEqual(['fact:a']);
  });

  it.each([
    ['damaged', { version: 1, learner: 'me', tour: 'gone' }],
    ['newer', { version: 2, learner: 'me', tour: { at: null, done: [] }, more: true }],
  ])('leaves a %s tour as it is, and keeps where it was left beside it', async (_, doc) => {
    const documents = documentMemory();
    documents.put('learning', 'learners', { version: 1, learners: [{ id: 'me', name: 'Me' }], last: 'me' });
    documents.put('learning', 'me.tour', doc);
    const page = windowOn(documents);
    const place = { at: { muscle: 'procerus', step: 'why' }, done: ['corrugator'] } as const;
    expect(await page.desk.keepTour({ at: null, done: ['corrugator'] })).toBeNull();
    expect(await page.desk.keepTour(place)).toBeNull();
    expect(documents.rows.get('learning/me.tour')).toMatchObject({ doc, revision: 1 });
    expect(ids(documents)).toEqual(['learners', 'me.tour', 'me.tour.2']);
    const next = windowOn(documents);
    await next.desk.ready();
    expect(next.learning()?.tour).toEqual(place);
    // A version that can read the first reads both, and the last says where it was left.
    documents.put('learning', 'me.tour', { version: 1, learner: 'me', tour: { ...noPlace, done: ['frontalis'] } });
    await next.desk.keepTour({ at: { muscle: 'temporalis', step: 'find' }, done: ['corrugator', 'frontalis'] });
    const later = windowOn(documents);
    await later.desk.ready();
    expect(later.learning()?.tour.at).toEqual({ muscle: 'temporalis', step: 'find' });
    expect(later.learning()?.tour.done.toSorted()).toEqual(['corrugator', 'frontalis']);
  });

  it('of one kind that cannot be kept is nothing that stands in the way of another', async () => {
    const documents = withNoRoomForTour('me');
    const page = windowOn(documents);
    const step = (name: string) => page.desk.keepTour({ at: { muscle: 'procerus', step: name }, done: [] });
    expect(await step('why')).toMatchObject({ kind: 'NewerVersion' });
    expect(await page.desk.addReviews([fact('a')]), 'what was asked for is kept').toBeNull();
    expect(page.desk.store.getState()).toMatchObject({ problem: { kind: 'NewerVersion' }, unkept: 0 });
    const next = windowOn(documents);
    await next.desk.ready();
    expect(next.cards()).toEqual(['fact:a']);
  });

  it('of a tour holds the last place alone until it can be kept', async () => {
    const documents = documentMemory();
    const page = windowOn(documents);
    await page.desk.addReviews([fact('a')]);
    documents.fail({ kind: 'DiskFull' });
    for (const step of ['where', 'why', 'find'])
      await page.desk.keepTour({ at: { muscle: 'procerus', step }, done: [] });
    documents.fail(null);
    expect(await page.desk.ready()).toBeNull();
    const tour = [...documents.rows.values()].find(({ id }) => id.endsWith('.tour'));
    expect(tour).toMatchObject({ revision: 1, doc: { tour: { at: { step: 'find' } } } });
  });

  it('comes in from a file without the place in the tour where that cannot be kept, and it is said', async () => {
    const there = windowOn(documentMemory());
    await there.desk.addReviews([fact('a')]);
    await there.desk.keepTour({ at: null, done: ['corrugator'] });
    there.desk.exportFile();
    const documents = withNoRoomForTour(there.learning()?.learner.id ?? '');
    const here = windowOn(documents);
    const taken = await here.desk.importFile(asFile(there.files[0]?.content ?? ''));
    expect(taken).toMatchObject({ ok: true, message: { key: 'progress.importedNoTour', values: { reviews: 1 } } });
    expect(here.cards()).toEqual(['fact:a']);
    expect(here.desk.store.getState().unkept).toBe(0);
  });

  it('overwrites nothing where the learners themselves cannot be read, and one learns all the same', async () => {
    const documents = documentMemory();
    documents.put('learning', 'learners', { version: 7 });
    const page = windowOn(documents);
    expect(await page.desk.ready()).toEqual({ kind: 'NewerVersion', found: 7, known: 1 });
    expect(await page.desk.addReviews([fact('a')])).toMatchObject({ kind: 'NewerVersion' });
    expect(page.cards()).toEqual(['fact:a']);
    expect([...documents.rows.values()]).toMatchObject([{ doc: { version: 7 } }]);
  });

  it('is kept apart by learner, and the one who learned last comes back', async () => {
    const documents = documentMemory();
    const page = windowOn(documents);
    await page.desk.addReviews([fact('a')]);
    const first = page.learning()?.learner.id ?? '';
    await page.desk.add('Demo, Ada (synthetic)');
    await page.desk.addReviews([fact('b')]);
    expect(page.cards()).toEqual(['fact:b']);
    const next = windowOn(documents);
    await next.desk.ready();
    expect(next.learning()?.learner.name).toBe('Demo, Ada (synthetic)');
    await next.desk.choose(first);
    expect(next.cards()).toEqual(['fact:a']);
  });

  it('goes out as a file and comes back whole after it was forgotten, and once only', async () => {
    const documents = documentMemory();
    const page = windowOn(documents);
    await page.desk.addReviews([fact('a'), fact('b', 'again')]);
    await page.desk.keepTour({ at: null, done: ['corrugator'] });
    const before = page.learning();
    expect(page.desk.exportFile()?.ok).toBe(true);
    const [file] = page.files;
    expect(file?.name).toBe('aliquot-learning-2026-11-29.aliquot-learning.json');
    expect(await page.desk.forget()).toBeNull();
    expect(page.cards()).toEqual([]);
    expect((await page.desk.importFile(asFile(file?.content ?? ''))).ok).toBe(true);
    expect(page.learning()).toEqual(before);
    expect((await page.desk.importFile(asFile(file?.content ?? ''))).ok).toBe(true);
    expect(page.learning()).toEqual(before);
    const other = windowOn(documentMemory());
    await other.desk.importFile(asFile(file?.content ?? ''));
    expect(other.learning()).toEqual(before);
  });

  it('is forgotten of one learner alone, and what cannot be read is left as it is', async () => {
    const documents = documentMemory();
    const page = windowOn(documents);
    await page.desk.addReviews([fact('a')]);
    const id = page.learning()?.learner.id ?? '';
    documents.put('learning', `${id}.2020-01`, { version: 9 });
    documents.put('learning', `${id}.else`, { what: 'another document' });
    await page.desk.add('Demo, Ada (synthetic)');
    await page.desk.addReviews([fact('b')]);
    await page.desk.choose(id);
    expect(await page.desk.forget()).toBeNull();
    expect(page.cards(), 'the other learner is shown').toEqual(['fact:b']);
    expect(documents.rows.get(`learning/${id}.2020-01`)).toMatchObject({ doc: { version: 9 }, revision: 1 });
    expect(documents.rows.get(`learning/${id}.else`)).toMatchObject({ revision: 1 });
  });

  it('takes in what is missing, and leaves what is here', async () => {
    const [here, there] = [windowOn(documentMemory()), windowOn(documentMemory())];
    await here.desk.addReviews([fact('a')]);
    here.desk.exportFile();
    await there.desk.importFile(asFile(here.files[0]?.content ?? ''));
    await there.desk.addReviews([fact('b')]);
    there.desk.exportFile();
    await here.desk.addReviews([fact('c')]);
    await here.desk.importFile(asFile(there.files[0]?.content ?? ''));
    expect(here.cards()).toEqual(['fact:a', 'fact:c', 'fact:b']);
  });

  it.each([
    ['no JSON', 'not json', 'progress.file.NotJson'],
    ['another file', '{"format":"aliquot-session"}', 'progress.file.OtherFormat'],
    ['a newer file', '{"format":"aliquot-learning","formatVersion":2}', 'progress.file.NewerVersion'],
    ['a damaged file', '{"format":"aliquot-learning","formatVersion":1}', 'progress.file.Damaged'],
  ])('refuses %s and changes nothing', async (_, text, key) => {
    const documents = documentMemory();
    const page = windowOn(documents);
    expect(await page.desk.importFile(asFile(text))).toMatchObject({ ok: false, message: { key } });
    expect(documents.rows.size).toBe(0);
  });
});
