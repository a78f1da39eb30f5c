import { describe, expect, it } from 'vitest';
import { emptyDiary } from '../../../../src/outcomes/diary';
import { err } from '../../../../src/record/ports';
import { isOwnDevice, ownDiary } from '../../../../src/state/outcomes/own-diary';
import { openMemoryRecords } from '../../../../src/storage/memory-records';
import { sampleSession } from '../../../support/sample-sessions';
import { unwrap } from '../../../support/signing';

const records = () => openMemoryRecords({ now: () => '2026-11-30T08:00:00+01:00' });
const diaryOf = (id: string) => ({ kind: 'diary', id, doc: emptyDiary(id), expected: 0 }) as const;

describe('a device may be one patient’s own', () => {
  it('while it holds nothing, or nothing but that diary', async () => {
    const { documents, sessions } = await records();
    expect(await isOwnDevice(documents, sessions)).toBe(true);
    unwrap(await documents.write([diaryOf(ownDiary)]));
    expect(await isOwnDevice(documents, sessions)).toBe(true);
  });

  it('but not where it holds a session, or anything of another patient', async () => {
    const practice = await records();
    unwrap(await practice.sessions.save(sampleSession(), 0));
    expect(await isOwnDevice(practice.documents, practice.sessions)).toBe(false);
    for (const kind of ['patient', 'diary'] as const) {
      const { documents, sessions } = await records();
      unwrap(await documents.write([{ ...diaryOf('p-1'), kind }]));
      expect(await isOwnDevice(documents, sessions)).toBe(false);
    }
  });

  it('nor where that cannot be told', async () => {
    const { documents, sessions } = await records();
    const locked = () => Promise.resolve(err({ kind: 'Locked' } as const));
    expect(await isOwnDevice({ readAll: locked }, sessions)).toBe(false);
    expect(await isOwnDevice(documents, { list: locked })).toBe(false);
    const readAll = () => Promise.resolve({ ok: true, value: { found: [], damaged: ['row'] } } as const);
    expect(await isOwnDevice({ readAll }, sessions)).toBe(false);
  });
});
