import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createCheckVersions } from '../../../src/exchange/checked-versions';
import { createExportSource } from '../../../src/state/export-source';
import { webChecking } from '../../../src/storage/web-crypto';
import { all, clinic, closeClinics, deskOf, kept, saidOf } from '../../support/export-clinic';
import { unwrap } from '../../support/signing';
import { told } from '../../support/signing-device';
import { everything } from '../../support/vault-rows';

afterEach(() => {
  expect(closeClinics()).toBe(0);
});

describe('an export that fails', () => {
  it.each([
    ['a full disk', { kind: 'DiskFull' } as const, /^Not exported: there is no room for the file/],
    [
      'a file that is gone',
      { kind: 'NotWritten', why: 'it was taken away' } as const,
      /^Not exported: .*it was taken away/,
    ],
  ])('for %s says so, leaves no file, no line in the log and every record as it was', async (_what, problem, said) => {
    const { page, name } = await clinic();
    const before = await everything(name);
    for (const change of [
      { write: () => Promise.resolve({ ok: false, error: problem } as const) },
      { close: () => Promise.resolve({ ok: false, error: problem } as const) },
    ]) {
      const { sink, ends } = kept(change);
      const desk = deskOf(page, sink);
      const inLog = (await told(page)).length;
      await desk.run(all('json'));
      expect(saidOf(desk)).toMatch(said);
      expect(ends).toEqual(['abandoned']);
      // Where all was written and only the last step failed, the log tells of it: it may have gone out.
      if ('write' in change) expect(await everything(name)).toEqual(before);
      expect((await told(page)).length - inLog).toBe('write' in change ? 0 : 1);
    }
  });

  it('because the vault was locked says at which session, and leaves no file', async () => {
    const { page, name } = await clinic();
    unwrap(await page.vault.changePassphrase(null, 'nine red kites over the mill'));
    const before = await everything(name);
    const { sink, ends } = kept();
    const { sessions, documents, desk: signing } = page;
    const read = createExportSource({
      store: sessions,
      documents,
      check: createCheckVersions(webChecking),
      app: null,
      versionsOf: signing.versionsOf,
    });
    let reads = 0;
    let turn: Promise<unknown> = Promise.resolve();
    // One after another, so that what is read ahead is not read before the lock.
    const desk = deskOf(page, sink, {
      source: () =>
        Promise.resolve((listed) => {
          const mine = turn.then(() => {
            reads += 1;
            if (reads === 3) page.vault.lock();
            return read(listed);
          });
          turn = mine;
          return mine;
        }),
    });
    await desk.run(all('csv'));
    expect(saidOf(desk)).toBe(
      'Not exported: the records are locked; unlock them first (session 3 of 4). No file was made and no session was changed.',
    );
    expect(ends).toEqual(['abandoned']);
    expect(await everything(name)).toEqual(before);
  });

  it('because it was cancelled says so, and that an empty file stays where that cannot be helped', async () => {
    const { page, name } = await clinic();
    const before = await everything(name);
    for (const [gone, said] of [
      [true, 'Export cancelled. Nothing was exported.'],
      [false, 'Export cancelled. Nothing was exported. An empty file may be left where you chose to save it.'],
    ] as const) {
      const { sink, ends } = kept({
        abandon: () => {
          ends.push('abandoned');
          return Promise.resolve(gone);
        },
      });
      const desk = deskOf(page, sink);
      desk.job.store.subscribe((state) => {
        if (state.kind === 'running' && state.done === 2) desk.job.cancel();
      });
      await desk.run(all('json'));
      expect(saidOf(desk)).toBe(said);
      expect(ends).toEqual(['abandoned']);
    }
    expect(await everything(name)).toEqual(before);
  });

  it('before it began, where no place for the file was chosen, says nothing', async () => {
    const { page } = await clinic();
    const desk = deskOf(page, kept().sink, { openSink: () => Promise.resolve(null) });
    await desk.run(all('csv'));
    expect(saidOf(desk)).toBe('nothing');
  });
});
