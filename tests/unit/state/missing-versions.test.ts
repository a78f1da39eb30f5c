import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { correctable } from '../../../src/record/corrections';
import { contentOf } from '../../../src/record/signed-version';
import { blockIdOf } from '../../../src/storage/listing-blocks';
import { rowKey } from '../../../src/storage/vault-keys';
import { deskRefusalText, signatureTrouble } from '../../../src/state/signature-text';
import { createRecords } from '../../../src/state/records';
import { say } from '../../../src/messages/translate';
import { completeSession } from '../../support/complete-session';
import { sampleHead } from '../../support/sample-sessions';
import { unwrap } from '../../support/signing';
import { type Page, signAll, signingDevice } from '../../support/signing-device';
import { behind } from '../../support/vault-rows';

const devices: ReturnType<typeof signingDevice>[] = [];
afterEach(() => {
  for (const device of devices.splice(0)) device.close();
});

/** A device on which session `a` has this many signed versions, and session `b` one. */
async function amendedDevice(versions = 2) {
  const made = signingDevice();
  devices.push(made);
  const page = made.open();
  const who = await signAll(page, [completeSession({ id: 'a' })]);
  for (let n = 2; n <= versions; n += 1)
    unwrap(await page.desk.amend('a', { text: `Addendum ${String(n)}.`, reason: 'said later' }, who));
  return { ...made, page, who };
}
type Device = Awaited<ReturnType<typeof amendedDevice>>;

const lose = async ({ name, page }: Pick<Device, 'name' | 'page'>, ...numbers: readonly number[]) => {
  const { keys } = unwrap(await page.vault.access());
  for (const n of numbers) {
    const key = await rowKey(keys, 'signed-version', `a.${String(n)}`);
    await behind(name, async (db) => db.delete('documents', ['signed-version', key]));
  }
};
const loseListing = async ({ name, page }: Device) => {
  const { keys } = unwrap(await page.vault.access());
  const block = await rowKey(keys, 'listing', blockIdOf(await rowKey(keys, 'session', 'a')));
  await behind(name, async (db) => db.delete('documents', ['listing', block]));
};
const signatureOf = async ({ desk, sessions }: Page) => desk.signatureOf(unwrap(await sessions.load('a')).session);
const loaded = async ({ sessions }: Page) => unwrap(await sessions.load('a'));

const opener = { by: 'passphrase', passphrase: 'backup words of its own' } as const;
async function backupOf({ vaultDesk, files }: Page): Promise<Blob> {
  await (await vaultDesk.backup()).make({ passphrase: opener.passphrase, recoveryKey: false });
  return files.at(-1) ?? new Blob();
}

/** A new device with what a backup holds, and an injector of its own. */
async function restored(file: Blob) {
  const made = signingDevice();
  devices.push(made);
  const page = made.open();
  expect((await (await page.vaultDesk.backup()).restore(file, opener)).conflicts).toEqual([]);
  return { ...made, page, who: await signAll(page, []) };
}

function recordsOf({ sessions, desk }: Page) {
  const files: { readonly name: string; readonly text: string }[] = [];
  const records = createRecords({
    store: sessions,
    signing: () => Promise.resolve(desk),
    head: sampleHead,
    version: '1.0.0',
    saveFile: (name, text) => files.push({ name, text }),
  });
  return { records, files };
}

describe('a signed version that is gone from the end of an amended record', () => {
  it('is told where the session is opened, with what can be done, and by the next page', async () => {
    const device = await amendedDevice();
    await lose(device, 2);
    for (const page of [device.page, device.open()]) {
      const signature = await signatureOf(page);
      expect(signature).toEqual({ kind: 'missing', missing: [2], there: 1, problems: [] });
      expect(signatureTrouble(signature)).toBe(
        'Version 2 is missing. Restore a backup or import the exported file. It was signed, and is gone from this device; until it is back, nothing is amended.',
      );
    }
  });

  it('is not built over: the session is neither amended nor signed anew', async () => {
    const device = await amendedDevice();
    const { page, who } = device;
    await lose(device, 2);
    const refused = await page.desk.amend('a', { text: 'x', reason: 'y' }, who);
    expect(refused).toEqual({ ok: false, error: { kind: 'VersionsMissing' } });
    if (!refused.ok) expect(deskRefusalText(refused.error)).toContain('Restore a backup');
    expect(await page.desk.sign((await loaded(page)).session, who)).toMatchObject({
      error: { kind: 'VersionsMissing' },
    });
    expect(await page.desk.verifyChain()).toMatchObject({ error: { kind: 'missing', version: 2 } });
  });

  it('is told by the chain where the listing is gone as well', async () => {
    const device = await amendedDevice();
    await lose(device, 2);
    await loseListing(device);
    expect(await signatureOf(device.page)).toMatchObject({ kind: 'missing', missing: [2] });
    expect(await device.page.desk.amend('a', { text: 'x', reason: 'y' }, device.who)).toMatchObject({ ok: false });
  });

  it('is told in the middle as what it is, with what is wrong with those that are there', async () => {
    const device = await amendedDevice(4);
    await lose(device, 2, 3);
    expect(await signatureOf(device.page)).toEqual({ kind: 'missing', missing: [2, 3], there: 2, problems: [] });
    const { page } = device;
    const key = await rowKey(unwrap(await page.vault.access()).keys, 'signed-version', 'a.1');
    await behind(device.name, async (db) => {
      const row: unknown = await db.get('documents', ['signed-version', key]);
      await db.put('documents', { ...(row as object), data: new Uint8Array(40) });
    });
    const signature = await signatureOf(page);
    expect(signature).toMatchObject({ missing: [2, 3], problems: [{ version: 1, kind: 'shape' }] });
    expect(signatureTrouble(signature)).toMatch(/^Versions 2, 3 are missing\. .* Version 1 /);
  });

  it('does not go out as if the record were whole', async () => {
    const device = await amendedDevice();
    await lose(device, 2);
    const { records, files } = recordsOf(device.page);
    const outcome = await records.exportSession('a');
    expect([outcome.ok, say(outcome.message)]).toEqual([false, expect.stringContaining('A version is missing')]);
    expect(files.map(({ name }) => name)).toEqual(['aliquot-damaged-a.json']);
  });

  it('is missed on the device that a backup brought it to, and brought back by that backup', async () => {
    const { page } = await amendedDevice();
    const file = await backupOf(page);
    const there = await restored(file);
    const restore = async (one: Blob) => (await there.page.vaultDesk.backup()).restore(one, opener);
    expect(await signatureOf(there.page)).toMatchObject({ kind: 'signed', versions: 2 });
    await lose(there, 2);
    expect(await signatureOf(there.page)).toMatchObject({ kind: 'missing', missing: [2] });
    expect((await restore(file)).conflicts).toEqual([]);
    expect(await signatureOf(there.page)).toMatchObject({ kind: 'signed', versions: 2 });
    expect(unwrap(await there.page.desk.verifyChain()).count).toBe(2);

    // A version that was signed elsewhere in its place is none that was signed here.
    const { who, page: third } = await restored(file);
    unwrap(await third.desk.amend('a', { text: 'Otherwise.', reason: 'another' }, who));
    const amendedElsewhere = await backupOf(third);
    unwrap(await there.page.desk.amend('a', { text: 'Third.', reason: 'y' }, there.who));
    await lose(there, 3);
    expect((await restore(amendedElsewhere)).conflicts.length).toBeGreaterThan(0);
    expect(await signatureOf(there.page)).toMatchObject({ kind: 'missing', missing: [3] });
  });
});

const importInto = async (page: Page, text: string): Promise<readonly [boolean, string]> => {
  const { ok, message } = await recordsOf(page).records.importFile(new File([text], 'session.json'));
  return [ok, say(message)];
};
const exportOf = async (page: Page): Promise<string> => {
  const { records, files } = recordsOf(page);
  await records.exportSession('a');
  return files.at(-1)?.text ?? '';
};
const holding = async (page: Page) =>
  JSON.stringify([await loaded(page), unwrap(await page.desk.heldOf('a')).versions]);

describe('the exported file of a session whose versions are gone', () => {
  it('brings them back, into the chain that had them', async () => {
    const device = await amendedDevice();
    const { page } = device;
    const file = await exportOf(page);
    for (const lost of [[2], [1], [1, 2]]) {
      await lose(device, ...lost);
      expect(await signatureOf(page)).toMatchObject({ kind: 'missing', missing: lost });
      const back = lost.length === 1 ? `Version ${lost.join()} is back` : 'Versions 1, 2 are back';
      expect(await importInto(page, file)).toEqual([true, `${back}, as signed.`]);
      expect(await signatureOf(page)).toMatchObject({ kind: 'signed', versions: 2 });
      expect(unwrap(await page.desk.verifyChain()).count).toBe(2);
    }
    expect((await importInto(page, file))[1]).toContain('already on this device');
    expect((await page.desk.amend('a', { text: 'Third.', reason: 'y' }, device.who)).ok).toBe(true);
  });

  it('made before a later version brings back what it holds and leaves the session as it is', async () => {
    const device = await amendedDevice();
    const { page, who } = device;
    const file = await exportOf(page);
    for (const note of ['Third.', 'Fourth.']) {
      const corrections = { ...correctable(contentOf((await loaded(page)).session)), note };
      unwrap(await page.desk.amend('a', { text: '', reason: 'y', corrections }, who));
    }
    const { session } = await loaded(page);
    await lose(device, 2, 4);
    expect(await importInto(page, file)).toEqual([true, 'Version 2 is back, as signed. Version 4 is still missing.']);
    expect(await signatureOf(page)).toMatchObject({ kind: 'missing', missing: [4] });
    expect((await loaded(page)).session).toEqual(session);
    const before = await holding(page);
    expect(await importInto(page, file)).toEqual([
      false,
      'Not imported: the file does not hold version 4, which is missing here. Nothing was changed.',
    ]);
    expect(await holding(page)).toBe(before);
  });

  it('is refused where another version was signed here in its place, or what is left here is none of its', async () => {
    const device = await amendedDevice(1);
    const { page, who } = device;
    const other = await restored(await backupOf(page));
    unwrap(await other.page.desk.amend('a', { text: 'Otherwise.', reason: 'another' }, other.who));
    const fork = await exportOf(other.page);
    for (const text of ['Second.', 'Third.']) unwrap(await page.desk.amend('a', { text, reason: 'y' }, who));
    await lose(device, 2, 3);
    const before = await holding(page);
    expect(await importInto(page, fork)).toEqual([
      false,
      'Not imported: version 2 in the file is not the one that was signed on this device. Nothing was changed.',
    ]);
    await loseListing(device);
    expect((await importInto(page, fork))[0]).toBe(false);
    expect(await holding(page)).toBe(before);

    const key = await rowKey(unwrap(await page.vault.access()).keys, 'signed-version', 'a.1');
    await behind(device.name, async (db) => {
      const row: unknown = await db.get('documents', ['signed-version', key]);
      await db.put('documents', { ...(row as object), data: new Uint8Array(40) });
    });
    expect(await importInto(page, fork)).toEqual([
      false,
      'Not imported: version 1 on this device is not the one in the file. Nothing was changed.',
    ]);
  });
});
