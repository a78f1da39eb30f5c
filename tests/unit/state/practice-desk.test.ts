import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { workGroups } from '../../../src/ledger/work-order';
import { withEarlyDays, withOrder, withoutTemplate, withRegion, withTemplate } from '../../../src/record/practice';
import { createPractice } from '../../../src/state/practice';
import { createPracticeDesk } from '../../../src/state/practice-desk';
import { createSettings, parseSettings } from '../../../src/state/settings';
import { type KeptRecords, openRecords } from '../../../src/storage/open-records';
import { cheap, signingDevice } from '../../support/signing-device';
import { unwrap } from '../../support/signing';
import { freshName } from '../../support/vault-rows';

const opened: { readonly close: () => void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const ours = (name: string, reason = 'Brow position') => ({
  name,
  plan: { map: 'preempt-2017' as const, skips: [{ site: 'frontalis-L-2', reason }], moves: [], extras: [] },
});
const backwards = workGroups.toReversed();
/** What a browser kept before the vault had a place for it. */
const olderSettings = JSON.stringify({ theme: 'dark', ownOrder: backwards, templates: [ours('Ours')] });

/** A window over a database; `kept` is what lies in its browser. */
function windowOn(name: string, browser: { kept: string | null } = { kept: null }) {
  const records: KeptRecords = openRecords({ name, now: () => '2026-11-29T09:00:00+01:00', cost: cheap });
  opened.push(records);
  const settings = createSettings({
    read: () => browser.kept,
    write: (text) => {
      browser.kept = text;
    },
  });
  const practice = createPractice();
  const told = { others: 0 };
  const tellOthers = () => {
    told.others += 1;
  };
  const desk = createPracticeDesk({ documents: records.documents, practice, settings, tellOthers });
  const shown = () => practice.getState();
  const names = () => shown().templates.map((one) => one.name);
  return { records, settings, desk, shown, names, told, browser };
}

describe("the practice's own order and templates", () => {
  it('lie in the vault: another window, or the next page, reads what one has written', async () => {
    const name = freshName();
    const one = windowOn(name);
    expect(await one.desk.change(withTemplate(ours('Ours')))).toBeNull();
    expect(await one.desk.change(withOrder(backwards))).toBeNull();
    expect(one.told.others).toBe(2);
    await one.desk.change(withRegion('eu-uk'));
    await one.desk.change(withEarlyDays(7));
    await one.desk.change(withRegion(null));
    expect(one.shown().region, 'what is chosen no longer is not shown').toBeUndefined();
    const other = windowOn(name);
    expect(await other.desk.refresh()).toBeNull();
    expect(other.shown().earlyDays).toBe(7);
    expect(other.names()).toEqual(['Ours']);
    expect(other.shown().ownOrder).toEqual(backwards);
    expect(other.told.others, 'reading is no news').toBe(0);
    expect(one.browser.kept ?? '', 'nothing of it outside the vault').not.toContain('Ours');
  });

  it('of two windows that change them at once neither loses a change', async () => {
    const name = freshName();
    const [one, other] = [windowOn(name), windowOn(name)];
    await one.desk.refresh();
    await Promise.all([
      ...['a', 'b', 'c'].map((each) => one.desk.change(withTemplate(ours(each)))),
      ...['x', 'y', 'z'].map((each) => other.desk.change(withTemplate(ours(each)))),
    ]);
    await one.desk.refresh();
    expect(one.names().toSorted()).toEqual(['a', 'b', 'c', 'x', 'y', 'z']);
    await other.desk.change(withoutTemplate('a'));
    await one.desk.refresh();
    expect(one.names()).not.toContain('a');
  });

  it('of an earlier version are moved out of the settings into the vault, once', async () => {
    const browser = { kept: olderSettings };
    const one = windowOn(freshName(), browser);
    expect(await one.desk.refresh()).toBeNull();
    expect(one.names()).toEqual(['Ours']);
    expect(one.shown().ownOrder).toEqual(backwards);
    expect(parseSettings(browser.kept)).toMatchObject({ theme: 'dark', toMove: null });
    expect(browser.kept).not.toContain('Ours');
    await one.desk.change(withoutTemplate('Ours'));
    await one.desk.refresh();
    expect(one.names(), 'what was removed does not come back').toEqual([]);
  });

  it('of an earlier version stay in the settings while the vault is locked, whatever else is set meanwhile', async () => {
    const name = freshName();
    const before = windowOn(name);
    unwrap(await before.records.vault.changePassphrase(null, 'a passphrase of several words'));
    before.records.vault.lock();
    const browser = { kept: olderSettings };
    const locked = windowOn(name, browser);
    expect((await locked.desk.refresh())?.kind).toBe('Locked');
    expect((await locked.desk.change(withTemplate(ours('New'))))?.kind).toBe('Locked');
    locked.settings.setState({ theme: 'light' });
    locked.settings.setState({ theme: 'system' });
    expect(browser.kept).toContain('Ours');
    const next = windowOn(name, browser);
    unwrap(await next.records.vault.unlock('a passphrase of several words'));
    expect(await next.desk.refresh()).toBeNull();
    expect(next.names()).toEqual(['Ours']);
    expect(browser.kept).not.toContain('Ours');
  });

  it('are shown in emergency view, those of an earlier version too, and stay where they are', async () => {
    const name = freshName();
    const before = windowOn(name);
    await before.desk.change(withTemplate(ours('Kept')));
    unwrap(await before.records.vault.changePassphrase(null, 'a passphrase of several words'));
    const key = unwrap(await before.records.vault.makeRecoveryKey('a passphrase of several words'));
    before.records.vault.lock();
    const browser = { kept: olderSettings };
    const emergency = windowOn(name, browser);
    unwrap(await emergency.records.vault.unlockReadOnly(key));
    expect(await emergency.desk.refresh()).toBeNull();
    expect(emergency.names()).toEqual(['Kept', 'Ours']);
    expect((await emergency.desk.change(withoutTemplate('Kept')))?.kind).toBe('ReadOnly');
    expect(emergency.names()).toEqual(['Kept', 'Ours']);
    expect(browser.kept).toContain('Ours');
  });

  it('that cannot be read are not written over', async () => {
    const name = freshName();
    const one = windowOn(name);
    const doc = { templates: [{ name: 'Ours' }] };
    unwrap(await one.records.documents.write([{ kind: 'practice', id: 'practice', doc, expected: 0 }]));
    expect((await one.desk.change(withTemplate(ours('New'))))?.kind).toBe('Damaged');
    expect(unwrap(await one.records.documents.read('practice', 'practice')).doc).toEqual(doc);
  });

  it('come back from a backup beside those that are here', async () => {
    const [there, here] = [signingDevice(), signingDevice()].map((device) => {
      opened.push(device);
      return device.open();
    });
    if (there === undefined || here === undefined) throw new Error('no devices');
    const deskOf = (page: typeof here) => {
      const practice = createPractice();
      const settings = createSettings({ read: () => null, write: () => undefined });
      const desk = createPracticeDesk({ documents: page.documents, practice, settings, tellOthers: () => undefined });
      return { desk, names: () => practice.getState().templates.map((one) => one.name) };
    };
    const [theirs, mine] = [deskOf(there), deskOf(here)];
    await theirs.desk.change(withTemplate(ours('Ours', 'theirs')));
    await theirs.desk.change(withTemplate(ours('Theirs')));
    await mine.desk.change(withTemplate(ours('Ours', 'mine')));
    const opener = { by: 'passphrase', passphrase: 'backup words of its own' } as const;
    await (await there.vaultDesk.backup()).make({ passphrase: opener.passphrase, recoveryKey: false });
    const file = there.files.at(-1) ?? new Blob();
    for (let n = 0; n < 2; n += 1) {
      const restored = await (await here.vaultDesk.backup()).restore(file, opener);
      expect(restored).toMatchObject({ ok: true, conflicts: [] });
      await mine.desk.refresh();
      expect(mine.names()).toEqual(['Ours', 'Ours (2)', 'Theirs']);
    }
  });
});
