import 'fake-indexeddb/auto';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { MessageKey } from '../../../src/messages/translate';
import { err } from '../../../src/record/ports';
import { type SignedVersion, signFirst } from '../../../src/record/signed-version';
import { bundleOf } from '../../../src/state/bundle-file';
import type { ExportAsk } from '../../../src/state/export-desk';
import { type ExportContext, exportFormats } from '../../../src/state/export-formats';
import { createImportDesk } from '../../../src/state/import-desk';
import {
  all,
  changedVersion,
  clinic,
  closeClinics,
  deskOf,
  device,
  kept,
  pdfOf,
  plantVersion,
  recordsOf,
  saidOf,
  slow,
  strangeSession,
  visit,
  withoutLog,
} from '../../support/export-clinic';
import { readCalendar } from '../../support/read-calendar';
import { readCsv } from '../../support/read-csv';
import { author, unwrap } from '../../support/signing';
import { signAll, told } from '../../support/signing-device';

afterEach(() => {
  expect(closeClinics()).toBe(0);
});

describe('an export of many sessions', () => {
  it('writes a row for each into a table, says which do not hold, and puts down one line', async () => {
    const { page, name } = await clinic();
    const before = await withoutLog(name);
    const { sink, ends, bytes } = kept();
    const desk = deskOf(page, sink);
    await desk.run(all('csv'));
    const rows = readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytes()));
    expect(rows.map((row) => `${row['Session'] ?? ''} ${row['State'] ?? ''}`).sort()).toEqual([
      'broken-1 Damaged',
      'draft-1 Being charted',
      'signed-1 Signed',
      'signed-2 Signed',
    ]);
    expect(saidOf(desk)).toBe(
      '4 sessions exported. 1 record does not hold and is marked as damaged: cem Test (2026-03-02). All of them are kept as they are.',
    );
    expect(ends).toEqual(['closed']);
    expect(await withoutLog(name)).toEqual(before);
    expect((await told(page)).at(-1)).toMatch(/^exported-many/);
    const { lines } = unwrap(await page.desk.log.read());
    expect(lines.at(-1)?.event).toEqual({ kind: 'exported-many', format: 'csv', records: 4 });
  });

  it('takes nothing for signed that is not what was signed', async () => {
    const { page, name } = await clinic();
    await plantVersion(name, await changedVersion(page));
    const { sink, bytes } = kept();
    const desk = deskOf(page, sink);
    await desk.run({ ...all('json'), scope: 'found', ids: new Set(['signed-1', 'signed-2']) });
    expect(Object.keys(unzipSync(await bytes())).sort()).toEqual([
      'damaged/1-signed-1.json',
      'sessions/2026-03-02-signed-2.aliquot.json',
    ]);
    expect(saidOf(desk)).toContain('1 record does not hold');
  });

  it('names in the log which they were, where they were not all', async () => {
    const { page } = await clinic();
    const desk = deskOf(page, kept().sink);
    await desk.run({ ...all('csv'), scope: 'found', ids: new Set(['signed-2', 'draft-1']) });
    const { lines } = unwrap(await page.desk.log.read());
    expect(lines.at(-1)?.event).toMatchObject({ records: 2, of: ['draft-1', 'signed-2'] });
  });

  it('packs session files that another device takes in, signed ones whole, and knows again', async () => {
    const { page, records } = await clinic();
    const { sink, bytes } = kept();
    await deskOf(page, sink).run(all('json'));
    const packed = await bytes();
    expect(Object.keys(unzipSync(packed)).sort()).toEqual([
      'damaged/1-broken-1.json',
      'sessions/2026-03-02-signed-1.aliquot.json',
      'sessions/2026-03-02-signed-2.aliquot.json',
      'sessions/2026-03-04-draft-1.aliquot.json',
    ]);
    const elsewhere = device().open();
    const there = recordsOf(elsewhere);
    const archive = new File([packed], 'all.zip');
    const first = createImportDesk({ records: there, job: slow() });
    await first.run([archive]);
    expect(first.report.getState()).toMatchObject({ taken: 3, known: 0, cancelled: false, stopped: null });
    expect(first.report.getState()?.refused.map(({ file }) => file)).toEqual(['damaged/1-broken-1.json']);
    expect(await elsewhere.desk.signatureOf(unwrap(await elsewhere.sessions.load('signed-1')).session)).toMatchObject({
      kind: 'signed',
      versions: 1,
    });
    await first.run([archive]);
    expect(first.report.getState()).toMatchObject({ taken: 0, known: 3 });
    // And where they came from.
    const here = createImportDesk({ records, job: slow() });
    await here.run([archive, new File(['{'], 'half.json'), new File(['PK'], 'cut.zip'), new File(['{}'], 'no.zip')]);
    expect(here.report.getState()).toMatchObject({ taken: 0, known: 3 });
    expect(here.report.getState()?.refused.map(({ file }) => file)).toEqual([
      'damaged/1-broken-1.json',
      'half.json',
      'cut.zip',
      'no.zip',
    ]);
    expect(
      here.report
        .getState()
        ?.refused.slice(2)
        .map(({ message }) => message.key),
    ).toEqual(['importing.archive', 'importing.archive']);
  });

  it.each([
    ['notes', 'notes', 'pdf'],
    ['fhir', 'bundles', 'fhir.json'],
  ] as const)(
    'packs of signed sessions alone their %s, and what is damaged beside them',
    async (format, folder, end) => {
      const { page, name } = await clinic();
      await plantVersion(name, await changedVersion(page));
      const before = await withoutLog(name);
      const { sink, bytes } = kept();
      const desk = deskOf(page, sink);
      await desk.run(all(format));
      const files = unzipSync(await bytes());
      expect(Object.keys(files).sort()).toEqual(
        [`${folder}/2026-03-02-signed-2-v1.${end}`, 'damaged/1-signed-1.json'].sort(),
      );
      expect(saidOf(desk)).toContain('2 sessions exported. 1 record does not hold');
      expect(await withoutLog(name)).toEqual(before);
    },
  );

  it('packs Bundles with the note and the record in them, which another device takes in', async () => {
    const { page } = await clinic();
    const { sink, bytes } = kept();
    await deskOf(page, sink).run({ ...all('fhir'), scope: 'found', ids: new Set(['signed-1']) });
    const packed = await bytes();
    const [text = ''] = Object.values(unzipSync(packed)).map((file) => new TextDecoder().decode(file));
    const versions = unwrap(await page.desk.versionsOf('signed-1')) as readonly SignedVersion[];
    const single = await bundleOf(versions, { app: '0.1.0', pdf: unwrap(await pdfOf(versions)) });
    expect(text).toBe(`${JSON.stringify(unwrap(single), null, 2)}\n`);
    const elsewhere = device().open();
    const there = recordsOf(elsewhere);
    const importing = createImportDesk({ records: there, job: slow() });
    await importing.run([new File([packed], 'bundles.zip')]);
    expect(importing.report.getState()).toMatchObject({ taken: 1, refused: [] });
  });

  it('names those of which no note can be made, and stops where none can', async () => {
    const { page, name } = await clinic();
    const before = await withoutLog(name);
    const failing =
      (key: MessageKey, of: string): ExportContext['notePdf'] =>
      (versions) =>
        versions[0]?.session.id === of
          ? Promise.resolve(err({ key, values: { why: 'nobody knows' } }))
          : pdfOf(versions);
    const exported = async (format: ExportAsk['format'], key: MessageKey) => {
      const { sink, ends, bytes } = kept();
      const context = () => Promise.resolve({ app: '0.1.0', earlyDays: 0, notePdf: failing(key, 'signed-1') });
      const desk = deskOf(page, sink, { context });
      await desk.run({ ...all(format), scope: 'found', ids: new Set(['signed-1', 'signed-2']) });
      const files = ends.includes('closed') ? Object.keys(unzipSync(await bytes())).sort() : null;
      return { said: saidOf(desk), ends, files };
    };
    for (const key of ['note.failed.head', 'note.failed.drawing'] as const)
      expect(await exported('notes', key)).toMatchObject({
        said: expect.stringContaining('1 session exported. Of 1 session no note could be made') as string,
        files: ['notes/2026-03-02-signed-2-v1.pdf'],
      });
    // A record whose head nobody can draw is sent without a note.
    expect((await exported('fhir', 'note.failed.head')).files).toHaveLength(2);
    expect((await exported('fhir', 'note.failed.drawing')).files).toHaveLength(1);
    for (const format of ['notes', 'fhir'] as const) {
      const { said, ends } = await exported(format, 'note.failed.fonts');
      expect(said).toMatch(/^Not exported \(session [12] of 2\): .*nobody knows.* No file was made/);
      expect(ends).toEqual(['abandoned']);
    }
    expect(await withoutLog(name)).toEqual(before);
  });

  it('of notes is cancelled between two of them: none is begun before the one before is written', async () => {
    const { page } = await clinic();
    const { sink, ends } = kept();
    let begun = 0;
    const desk = deskOf(page, sink, {
      context: () =>
        Promise.resolve({
          app: '0.1.0',
          earlyDays: 0,
          notePdf: (versions) => {
            begun += 1;
            desk.job.cancel();
            return pdfOf(versions);
          },
        }),
    });
    await desk.run(all('notes'));
    expect(begun).toBe(1);
    expect(saidOf(desk)).toBe('Export cancelled. Nothing was exported.');
    expect(ends).toEqual(['abandoned']);
  });

  it('takes for damaged, in every format, what is signed and of a shape that is not read here', async () => {
    const { page, name } = await clinic();
    const { port, session } = await strangeSession();
    const version = unwrap(
      await signFirst(session, { author, at: '2026-03-02T12:00:00+01:00', storeHead: null }, port),
    );
    await plantVersion(name, version);
    for (const { id } of exportFormats) {
      const desk = deskOf(page, kept().sink);
      await desk.run({ ...all(id), scope: 'found', ids: new Set(['signed-1']) });
      const done = id === 'calendar' ? 'No day of these sessions lies ahead.*' : '1 session exported.';
      expect(saidOf(desk)).toMatch(new RegExp(`^${done} 1 record does not hold`));
    }
  });

  it('tells of each patient only what follows from the latest signed session and lies ahead', async () => {
    const page = device().open();
    await signAll(page, [
      visit('ada-old', 'ada', '2025-11-20T09:00:00+01:00'),
      visit('ada-new', 'ada', '2026-03-10T09:00:00+01:00'),
      visit('ben', 'ben', '2026-02-02T09:00:00+01:00'),
      visit('gone', 'cem', '2025-10-01T09:00:00+01:00'),
    ]);
    const { sink, bytes } = kept();
    await deskOf(page, sink).run(all('calendar'));
    const events = readCalendar(new TextDecoder().decode(await bytes()));
    expect(
      events.map((event) => `${event.get('UID')?.value ?? ''} ${event.get('DTSTART')?.value ?? ''}`).sort(),
    ).toEqual([
      'ada-new-due@aliquot 20260602',
      'ada-new-six-weeks@aliquot 20260421',
      'ada-new-two-weeks@aliquot 20260324',
      'ben-due@aliquot 20260427',
    ]);
  });

  it('tells nothing of a patient whose latest session is not among those asked for', async () => {
    const page = device().open();
    await signAll(page, [
      visit('ada-old', 'ada', '2026-02-02T09:00:00+01:00'),
      visit('ada-new', 'ada', '2026-03-10T09:00:00+01:00'),
      visit('ben', 'ben', '2026-02-02T09:00:00+01:00'),
    ]);
    const { sink, bytes } = kept();
    await deskOf(page, sink).run({ ...all('calendar'), scope: 'found', ids: new Set(['ada-old', 'ben']) });
    const events = readCalendar(new TextDecoder().decode(await bytes()));
    expect(events.map((event) => event.get('UID')?.value)).toEqual(['ben-due@aliquot']);
  });

  it('makes no calendar where no day lies ahead, and says so', async () => {
    const page = device().open();
    await signAll(page, [visit('gone', 'cem', '2025-10-01T09:00:00+01:00')]);
    const { sink, ends } = kept();
    const desk = deskOf(page, sink);
    await desk.run(all('calendar'));
    expect(saidOf(desk)).toMatch(/^No day of these sessions lies ahead/);
    expect(ends).toEqual(['abandoned']);
  });
});
