import { expect, it } from 'vitest';
import { emptyDiary, withDay } from '../../../../src/outcomes/diary';
import { withNote, withoutHeadache } from '../../../../src/outcomes/diary-edit';
import { emptyFile } from '../../../../src/outcomes/patient-file';
import { clearDiary } from '../../../../src/state/outcomes/clear-diary';
import { createBook } from '../../../../src/state/outcomes/create-book';
import { ownDiary } from '../../../../src/state/outcomes/own-diary';
import { openMemoryRecords } from '../../../../src/storage/memory-records';
import { unwrap } from '../../../support/signing';

it('Clear the whole diary leaves nothing of that diary in the vault and in its book, and nothing else goes', async () => {
  const { documents } = await openMemoryRecords({ now: () => '2026-11-30T08:00:00+01:00' });
  const bookOf = (patient: string) =>
    createBook(patient, { documents, identity: () => Promise.resolve(null), tellOthers: () => undefined });
  const write = (patient: string) =>
    bookOf(patient).changeDiary((diary) => {
      const day = withNote(withoutHeadache('2026-03-01', undefined), `rain of ${patient}`);
      return { ...withDay(diary, day), later: `unknown of ${patient}` };
    });
  for (const patient of [ownDiary, 'p-1']) expect(await write(patient)).toBeNull();

  const book = bookOf(ownDiary);
  expect(await clearDiary(book)).toBeNull();
  expect(book.store.getState()).toEqual({
    kind: 'open',
    file: emptyFile({ id: ownDiary, label: '' }),
    diary: emptyDiary(ownDiary),
    saving: false,
    problem: null,
  });
  const lying = unwrap(await documents.readAll('diary')).found;
  expect(lying.find(({ id }) => id === ownDiary)?.doc).toEqual(emptyDiary(ownDiary));
  expect(JSON.stringify(lying)).not.toContain(`of ${ownDiary}`);
  expect(JSON.stringify(lying)).toContain('rain of p-1');
});
