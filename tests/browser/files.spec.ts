import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type AppDriver, withEmptyDrawing, withoutWebGl } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';
import { expectNothingSerious } from '../support/axe';
import { readCsv } from '../support/read-csv';

// What goes out and comes in, not what is drawn.
test.use({ head: false });

type Json = Record<string, unknown>;

/** Everything that lies in the browser's databases, as text. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(String(request.error)));
        };
      });
    const found: Record<string, unknown> = {};
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const db = await settled(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        found[`${name}/${store}`] = await settled(db.transaction(store).objectStore(store).getAll());
      }
      db.close();
    }
    return JSON.stringify(found);
  });

/** Exports the one session listed in Records and returns the file's text. */
async function exported(page: Page): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.aliquot\.json$/);
  return readFile(await download.path(), 'utf8');
}

const importFile = (page: Page, text: string) =>
  page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'session.aliquot.json', mimeType: 'application/json', buffer: Buffer.from(text) });

async function recordsWithASession(app: AppDriver): Promise<string> {
  await app.newSession();
  await app.give('Procerus midline 1');
  await app.give('Temporalis left 2');
  await app.saved();
  await app.page.getByRole('link', { name: 'Records' }).click();
  await expect(app.page.getByRole('row').filter({ hasText: '10 U' })).toHaveCount(1);
  return exported(app.page);
}

test('a session goes out as a file and comes back in on another device', async ({ app, browser, page }) => {
  const file = await recordsWithASession(app);
  const parsed = JSON.parse(file) as Json;
  expect(parsed).toMatchObject({ format: 'aliquot-session', formatVersion: 1 });
  for (const field of ['app', 'protocol', 'map', 'head', 'patient', 'session', 'vials', 'entries', 'totals']) {
    expect(parsed).toHaveProperty(field);
  }
  const elsewhere = await browser.newContext();
  await withoutWebGl(elsewhere);
  await withEmptyDrawing(elsewhere);
  try {
    const there = app.inWindow(await elsewhere.newPage());
    await there.open('#/records');
    await importFile(there.page, file);
    await expect(there.page.getByRole('status').filter({ hasText: 'imported' })).toBeVisible();
    await expect(there.page.getByRole('row').filter({ hasText: '10 U' })).toHaveCount(1);
    expect(JSON.parse(await exported(there.page))).toEqual(parsed);
    await there.page.getByRole('link', { name: /^Open/ }).click();
    await there.usable();
    await expect(there.ledger).toContainText('Given 10 U');
    await expect(there.site('Temporalis left 2')).toHaveAccessibleName(/given$/);
  } finally {
    await elsewhere.close();
  }
  await importFile(page, file);
  await expect(page.getByRole('row').filter({ hasText: '10 U' })).toHaveCount(1);
});

/** Has the browser ask for no place: what is exported in bulk is written where the test can read it. `full`: there is no room. */
const choosePlaces = (page: Page) =>
  page.evaluate(() => {
    Reflect.set(globalThis, 'showSaveFilePicker', async ({ suggestedName }: { suggestedName: string }) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
      if (Reflect.get(globalThis, 'full') !== true) return handle;
      const file = await handle.createWritable();
      file.write = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
      return Object.assign(handle, { createWritable: () => Promise.resolve(file) });
    });
  });

/** The files that were written: their names, and what is in them as base64. */
const written = (page: Page): Promise<readonly (readonly [string, string])[]> =>
  page.evaluate(async () => {
    const found: [string, string][] = [];
    for await (const handle of (await navigator.storage.getDirectory()).values()) {
      const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer());
      found.push([handle.name, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))]);
    }
    return found.sort();
  });

test('all sessions go out as a table and as an archive, which another device takes in; a full disk leaves no file', async ({
  app,
  browser,
  page,
}) => {
  await recordsWithASession(app);
  await choosePlaces(page);
  await page.getByRole('button', { name: 'Bulk export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export sessions' });
  const start = dialog.getByRole('button', { name: 'Export', exact: true });
  await dialog.getByRole('radio', { name: 'Calendar' }).check();
  await expectNothingSerious(page, 'dialog[open]');
  await dialog.getByRole('radio', { name: 'Table' }).check();
  await page.evaluate(() => Reflect.set(globalThis, 'full', true));
  // A worker that has no more than this to do has ended before it could be seen from outside.
  await page.evaluate(() => {
    const started: string[] = [];
    Reflect.set(globalThis, 'started', started);
    globalThis.Worker = new Proxy(Worker, {
      construct(given, asked: [string | URL]) {
        started.push(String(asked[0]));
        return Reflect.construct(given, asked) as object;
      },
    });
  });
  await start.click();
  await expect(dialog.getByRole('alert')).toContainText('there is no room for the file');
  expect(await page.evaluate(() => Reflect.get(globalThis, 'started') as string[])).toEqual([
    expect.stringContaining('checking-worker'),
  ]);
  expect(await written(page)).toEqual([]);
  await page.evaluate(() => Reflect.set(globalThis, 'full', false));
  const endings = async () => (await written(page)).map(([name]) => name.replace(/^.*?(?=\.)/, ''));
  for (const [format, there] of [
    ['Table', ['.csv']],
    ['Session files', ['.csv', '.zip']],
  ] as const) {
    await dialog.getByRole('radio', { name: format }).check();
    await start.click();
    // What is said of the one before stands until this one is begun.
    await expect.poll(endings).toEqual(there);
    await expect(dialog.getByRole('status').filter({ hasText: '1 session exported.' })).toBeVisible();
  }
  const [table, archive, ...more] = await written(page);
  expect(more).toEqual([]);
  expect(table?.[0]).toMatch(/^aliquot-csv-[\d-]+\.csv$/);
  const [row] = readCsv(Buffer.from(table?.[1] ?? '', 'base64').toString());
  expect(row).toMatchObject({ State: 'Being charted', 'Given (U)': '10', 'Procerus (U)': '5', 'Temporalis (U)': '5' });

  const elsewhere = await browser.newContext();
  await withoutWebGl(elsewhere);
  await withEmptyDrawing(elsewhere);
  try {
    const there = app.inWindow(await elsewhere.newPage());
    await there.open('#/records');
    const buffer = Buffer.from(archive?.[1] ?? '', 'base64');
    for (const said of ['1 session imported, 0 already here', 'No session imported, 1 already here']) {
      const file = { name: archive?.[0] ?? '', mimeType: 'application/zip', buffer };
      await there.page.locator('input[type="file"]').setInputFiles(file);
      await expect(there.page.getByRole('dialog', { name: 'Import' })).toContainText(said);
      await there.page.keyboard.press('Escape');
    }
    await expect(there.page.getByRole('row').filter({ hasText: '10 U' })).toHaveCount(1);
  } finally {
    await elsewhere.close();
  }
});

const spoiled: readonly (readonly [what: string, says: RegExp, spoil: (file: string) => string])[] = [
  ['a photograph', /not valid JSON/i, () => '\u0000\u0001PNG not a session at all'],
  ['a file cut short', /not valid JSON/i, (file) => file.slice(0, Math.floor(file.length / 2))],
  ['some other JSON', /not an Aliquot session/i, () => '{"hello": "world"}'],
  ['a list', /not an Aliquot session/i, () => '[]'],
  ['a newer format', /newer version/i, (file) => changed(file, (doc) => ({ ...doc, formatVersion: 99 }))],
  [
    'missing entries',
    /damaged/i,
    (file) => changed(file, (doc) => Object.fromEntries(Object.entries(doc).filter(([key]) => key !== 'entries'))),
  ],
  [
    'a total that was tampered with',
    /add up to|contradicts/i,
    (file) => changed(file, (doc) => ({ ...doc, totals: { ...(doc['totals'] as Json), given: 195 } })),
  ],
  [
    'a dose that is no aliquot',
    /damaged|breaks a rule/i,
    (file) =>
      changed(file, (doc) => ({
        ...doc,
        entries: (doc['entries'] as Json[]).map((entry) => (entry['kind'] === 'give' ? { ...entry, units: 7 } : entry)),
      })),
  ],
  [
    'a site given twice',
    /damaged|breaks a rule/i,
    (file) =>
      changed(file, (doc) => {
        const entries = doc['entries'] as Json[];
        return { ...doc, entries: [...entries, { ...entries.at(-1), id: 'again', step: 'again' }] };
      }),
  ],
];

const changed = (file: string, change: (doc: Json) => Json): string => JSON.stringify(change(JSON.parse(file) as Json));

test('a file that cannot be taken in says why and changes nothing', async ({ app, page }) => {
  const file = await recordsWithASession(app);
  const before = await stored(page);
  expect(before).toContain('"kind":"session"');
  expect(before).not.toContain('procerus');
  for (const [what, says, spoil] of spoiled) {
    await test.step(what, async () => {
      // Another id, so that "already here" cannot be what stops it.
      const foreign = spoil(file).replaceAll(
        (JSON.parse(file) as { session: { id: string } }).session.id,
        'another-session',
      );
      await importFile(page, foreign);
      await expect(app.alert()).toContainText(says);
      expect(await stored(page)).toBe(before);
      await expect(page.getByRole('row').filter({ hasText: '10 U' })).toHaveCount(1);
    });
  }
});
