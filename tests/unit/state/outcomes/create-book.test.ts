import { beforeEach, describe, expect, it } from 'vitest';
import { type Diary, parseDiary, withDay } from '../../../../src/outcomes/diary';
import { withNote, withoutHeadache } from '../../../../src/outcomes/diary-edit';
import { emptyFile } from '../../../../src/outcomes/patient-file';
import { type DocumentStore, err, type StoreError } from '../../../../src/record/ports';
import type { Book } from '../../../../src/state/outcomes/book';
import { createBook } from '../../../../src/state/outcomes/create-book';
import { openMemoryRecords } from '../../../../src/storage/memory-records';
import { unwrap } from '../../../support/signing';

type Documents = Pick<DocumentStore, 'read' | 'write'>;

let documents: DocumentStore;
let told: string[];
beforeEach(async () => {
  ({ documents } = await openMemoryRecords({ now: () => '2026-11-30T08:00:00+01:00' }));
  told = [];
});

const bookOver = (over: Documents = documents): Book =>
  createBook('p-1', {
    documents: over,
    identity: () => Promise.resolve(null),
    tellOthers: (patient) => {
      told.push(patient);
    },
  });
const free = (day: string) => (diary: Diary) => withDay(diary, withoutHeadache(day, undefined));
const open = (book: Book) => {
  const state = book.store.getState();
  if (state.kind !== 'open') throw new Error(state.kind);
  return state;
};
const shown = (book: Book) => open(book).diary.days.map(({ day }) => day);
const kept = async () => {
  const parsed = parseDiary(unwrap(await documents.read('diary', 'p-1')).doc);
  return parsed.ok ? parsed.value.days.map(({ day }) => day) : parsed.error.path;
};
const failingWith = (error: StoreError): Documents => ({
  read: (kind, id) => documents.read(kind, id),
  write: () => Promise.resolve(err(error)),
});

describe('the book of a patient', () => {
  it('shows a change once it is kept, and tells the other windows', async () => {
    const book = bookOver();
    expect(await book.changeDiary(free('2026-03-01'))).toBeNull();
    expect([shown(book), await kept(), told]).toEqual([['2026-03-01'], ['2026-03-01'], ['p-1']]);
    // Nothing to write is nothing to tell.
    await book.changeDiary((diary) => diary);
    expect([told.length, open(book).saving]).toEqual([1, false]);
  });

  it('over one store with another keeps what both wrote: each is asked again for what lies there', async () => {
    const [here, there] = [bookOver(), bookOver()];
    await Promise.all([here.ready(), there.ready()]);
    const both = await Promise.all([here.changeDiary(free('2026-03-01')), there.changeDiary(free('2026-03-02'))]);
    expect([both, await kept()]).toEqual([
      [null, null],
      ['2026-03-01', '2026-03-02'],
    ]);
  });

  it('gives up a change that another window comes before again and again', async () => {
    let asked = 0;
    const book = bookOver(failingWith({ kind: 'Conflict', id: 'p-1', expected: 0, stored: 1 }));
    const failed = await book.changeDiary((diary) => {
      asked += 1;
      return free('2026-03-01')(diary);
    });
    expect([failed?.kind, asked, shown(book), open(book).saving]).toEqual(['Conflict', 5, [], false]);
  });

  it('keeps no change that could not be read back, and the diary stays as it was', async () => {
    const book = bookOver();
    await book.changeDiary(free('2026-03-01'));
    const failed = await book.changeDiary((diary) => ({ ...diary, days: [...diary.days, ...diary.days] }));
    expect(failed).toEqual({ kind: 'Damaged', id: 'p-1', why: 'days[1].day' });
    expect([open(book).problem, shown(book), await kept()]).toEqual([failed, ['2026-03-01'], ['2026-03-01']]);
    expect(
      await book.changeFile(() => ({ ...emptyFile({ id: 'p-1', label: '' }), plans: [{} as never] })),
    ).toMatchObject({ kind: 'Damaged' });
    expect((await documents.read('patient', 'p-1')).ok).toBe(false);
    // A patient without a session has a file that names nobody.
    expect(await book.changeFile((file) => ({ ...file, rule: 'nice-ta260' }))).toBeNull();
  });

  it('says why a change was not kept until one was, even if another window has it read again', async () => {
    let fails = true;
    const full: StoreError = { kind: 'DiskFull' };
    const book = bookOver({
      read: (kind, id) => documents.read(kind, id),
      write: (changes) => (fails ? Promise.resolve(err(full)) : documents.write(changes)),
    });
    expect(await book.changeDiary(free('2026-03-01'))).toEqual(full);
    await book.ready();
    expect(open(book).problem).toEqual(full);
    fails = false;
    await book.changeDiary(free('2026-03-01'));
    expect(open(book).problem).toBeNull();
  });

  it('is not left saving by a vault that cannot be reached, nor by a change that breaks', async () => {
    let reachable = true;
    const book = bookOver({
      read: (kind, id) => (reachable ? documents.read(kind, id) : Promise.reject(new Error('no vault'))),
      write: () => Promise.reject(new Error('no vault')),
    });
    const gone = { kind: 'Unavailable', why: 'Error: no vault' };
    expect(await book.changeDiary(free('2026-03-01'))).toEqual(gone);
    expect([open(book).saving, open(book).problem]).toEqual([false, gone]);
    await expect(
      book.changeDiary(() => {
        throw new Error('a defect');
      }),
    ).rejects.toThrow('a defect');
    expect(open(book).saving).toBe(false);
    reachable = false;
    expect(await book.ready()).toEqual(gone);
    expect(book.store.getState().kind).toBe('failed');
  });

  it('shows nothing any more once it was told to forget, whatever was still being read', async () => {
    const book = bookOver();
    await book.changeDiary(free('2026-03-01'));
    const reading = book.ready();
    await Promise.resolve();
    book.forget();
    expect(await reading).toEqual({ kind: 'Locked' });
    expect(book.store.getState()).toEqual({ kind: 'reading' });
    expect(await book.ready()).toBeNull();
    expect(shown(book)).toEqual(['2026-03-01']);
  });

  it('keeps what is typed before it is flushed', async () => {
    const book = bookOver();
    await book.changeDiary(free('2026-03-01'));
    book.typing.add(() =>
      book.changeDiary((diary) => ({ ...diary, days: diary.days.map((one) => withNote(one, 'rain')) })),
    );
    await book.flush();
    const parsed = parseDiary(unwrap(await documents.read('diary', 'p-1')).doc);
    expect(parsed.ok && parsed.value.days[0]?.note).toBe('rain');
  });
});
