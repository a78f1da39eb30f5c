import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../../src/ledger/fold';
import { mapOf } from '../../../src/protocol/maps';
import { muscles } from '../../../src/protocol/paradigm';
import { amount } from '../../../src/protocol/words';
import type { CryptoPort } from '../../../src/record/crypto-port';
import type { Session } from '../../../src/record/session';
import { amend, type SignedVersion, signFirst } from '../../../src/record/signed-version';
import { noteText } from '../../../src/state/note-text';
import { completeSession } from '../../support/complete-session';
import { midway, sessionWith } from '../../support/patient-history';
import { author, twoInjectors, unwrap } from '../../support/signing';

let port: CryptoPort;
beforeAll(async () => {
  [port] = await twoInjectors();
});
const textOf = (...versions: readonly SignedVersion[]): string => noteText({ kind: 'signed', versions });
const signed = async (session: Session): Promise<SignedVersion> =>
  unwrap(await signFirst(session, { author, at: '2026-05-25T11:00:00+02:00', storeHead: null }, port));

describe('the note as plain text', () => {
  it('says who, what was given where and when, what is due, and who signed', async () => {
    const version = await signed(completeSession({ note: 'Well.\nNo complaints.' }));
    const text = textOf(version);
    expect(text).toMatch(/^PROCEDURE NOTE\n/);
    expect(text).toMatch(/\nFrontalis: left \d+, \d+; right \d+, \d+\. 20 U, 0\.4 mL, \d\d:\d\d/);
    expect(text).toContain('\nTotal: 155 U at 31 sites, 3.1 mL (cap 195 U)\n');
    expect(text).toContain('Note: Well. / No complaints.');
    expect(text).toMatch(/\nNext due: \d{4}-\d\d-\d\d \(12 weeks\)\n/);
    expect(text).toContain('Signed by Dr A. Example, MD, 25 May 2026, 11:00:00 +02:00, version 1');
    expect(text).toContain(version.hash);
  });

  it('tells extras by their sentence, what was left out and moved with the reason, and what happened beside the plan', async () => {
    const version = await signed(
      sessionWith('v', '2026-05-25T09:00:00+02:00', {
        extras: [midway('temporalis-L-2', 'temporalis-L-3')],
        skipped: { 'temporalis-R-3': 'Artery pulse at the site' },
        moved: { 'frontalis-L-1': midway('frontalis-L-1', 'frontalis-L-2') },
        incident: { units: 2.5, site: 'trapezius-R-2' },
        offProtocol: 20,
      }),
    );
    const text = textOf(version);
    expect(text).toMatch(/\nFOLLOW-THE-PAIN SITES\nF1 Temporalis left: .*tragus/);
    expect(text).toMatch(/\nNOT GIVEN\n\d+ Temporalis right 3: Artery pulse at the site\n/);
    expect(text).toMatch(/\nMOVED\n\d+ Frontalis left 1: .*mm.* Reason: Brow sits low\n/);
    expect(text).toMatch(
      /\nBESIDE THE PLAN\nIncident at \d\d:\d\d, site 30 Trapezius right 2: .*, 2\.5 U\. Counted wrongly\nOff protocol at \d\d:\d\d: Masseter left \(Centre of the belly\), 20 U\. /,
    );
  });

  it('says the same units as the ledger, muscle by muscle, whatever happened', async () => {
    const version = await signed(completeSession());
    fc.assert(
      fc.property(fc.subarray([...version.session.entries.keys()].slice(31)), (kept) => {
        // Any of the doses may be missing.
        const entries = version.session.entries.filter((_, n) => n < 31 || kept.includes(n));
        const session = { ...version.session, entries };
        const { totals } = fold(entries, session.vials);
        const text = textOf({ ...version, session });
        const told = (name: string) => Number(new RegExp(`^${name}: .*\\. ([\\d.]+) U, `, 'm').exec(text)?.[1] ?? 0);
        for (const { id, name } of muscles) expect(told(name), name).toBe(totals.byMuscle[id].given);
        expect(Number(/^Total: ([\d.]+) U/m.exec(text)?.[1])).toBe(totals.given);
      }),
      { numRuns: 60 },
    );
  });

  it('tells where several vials are from which one, and where an incident was at no site', async () => {
    const session = completeSession();
    const [vial] = session.vials;
    if (vial === undefined) throw new Error('no vial');
    const vials = [vial, { ...vial, id: 'second' }];
    const made = { step: 'x', at: '2026-03-02T09:40:00+01:00', by: '' };
    const spilt = { ...made, id: 'x1', kind: 'incident', what: 'leak', units: amount(0.1), vial: 'second' } as const;
    const wasted = { ...made, id: 'x2', kind: 'waste', units: amount(199.9), vial: 'second' } as const;
    const text = textOf(
      await signed({ ...session, vials, entries: [...session.entries, { ...spilt, reason: 'hub' }, wasted] }),
    );
    expect(text).toMatch(
      /\nIncident at 09:40, at no site: .*, 0\.1 U of vial 2\. hub\nDiscarded at 09:40: 199\.9 U of vial 2\.\n/,
    );
    expect(text).toMatch(/\nBalance of vial 1: .*Given 155 U.*; Discarded 45 U.*; Difference 0 U\n/);
    expect(text).toMatch(/\nBalance of vial 2: .*; Incidents 0\.1 U.*; Discarded 199\.9 U.*; Difference 0 U\n/);
  });

  it('counts to the extras what was given alone, and names what was not given once', async () => {
    const session = sessionWith('v', '2026-05-25T09:00:00+02:00', {
      extras: [midway('temporalis-L-2', 'temporalis-L-3')],
      skipped: { 'temporalis-L-F1': 'Declined' },
    });
    const text = textOf(await signed(session));
    expect(text).toMatch(/\nNOT GIVEN\nF1 Temporalis left: Declined\n/);
    expect(text).not.toContain('FOLLOW-THE-PAIN SITES');
  });

  it('says that nothing is due where nothing was injected', async () => {
    const text = textOf(await signed(sessionWith('v', '2026-05-25T09:00:00+02:00', { open: 31 })));
    expect(text).toContain('\nNothing was injected: nothing is due.\n');
    expect(text).not.toContain('Next due');
  });

  it('names the product of the vials, and adds up units of two only where it says so', async () => {
    const session = completeSession();
    const [vial] = session.vials;
    if (vial === undefined) throw new Error('no vial');
    expect(textOf(await signed(session)).split('\n')[1]).toMatch(/^OnabotulinumtoxinA, by the PREEMPT paradigm\./);
    const product = 'Dysport (abobotulinumtoxinA)';
    const one = textOf(await signed({ ...session, vials: [{ ...vial, product }] }));
    expect(one).not.toMatch(/onabotulinumtoxinA|several products/i);
    const entries = session.entries.map((entry) =>
      entry.kind === 'give' && entry.site === 'procerus-M' ? { ...entry, vial: 'other' } : entry,
    );
    const two = textOf(await signed({ ...session, entries, vials: [vial, { ...vial, id: 'other', product }] }));
    expect(two.split('\n')[1]).toMatch(/^OnabotulinumtoxinA and Dysport \(abobotulinumtoxinA\), by/);
    expect(two).toMatch(
      /\nTotal: 155 U at .*\nDrug of several products was drawn: onabotulinumtoxinA 150 U, Dysport .* 5 U\. Units of one/,
    );
  });

  it('says of an amended record what was replaced, what changed, and every hash', async () => {
    const session = completeSession();
    const first = await signed(session);
    const change = { session: { ...session, note: 'Two\nlines.' }, addendum: 'Called: well.' };
    const signing = { author, at: '2026-05-26T08:00:00+02:00', storeHead: null, reason: 'Note was missing' };
    const second = unwrap(await amend([first], change, signing, port));
    const old = noteText({ kind: 'signed', versions: [first, second], version: 1 });
    expect(old).toContain('\nNot the latest version: version 2 replaces this version 1.');
    expect(old).toContain('\nFirst version of this record.\n');
    expect(old).not.toContain('VERSIONS OF THIS RECORD');
    const now = textOf(first, second);
    expect(now).toMatch(/\nVersion 2 of 2\. Amended 26 May 2026, 08:00:00 \+02:00 by .*Note was missing/);
    expect(now).toContain(`\nFollows version 1, ${first.hash}\n`);
    expect(now).toMatch(
      /\nVERSIONS OF THIS RECORD\nVersion 1: Signed\. .*\+02:00 .*\nVersion 2: .*Addendum\. Called: well\..*\n- Note: .* became "Two \/ lines\."/i,
    );
    const troubled = noteText({ kind: 'signed', versions: [first], trouble: 'The hash does not match.' });
    expect(troubled).toContain('\nThis record does not hold: The hash does not match.');
  });

  it('says how the map finds the sites, of which status it is, and which needle the paradigm has', async () => {
    const { id, version } = mapOf('preempt-2017');
    const text = textOf(await signed(completeSession({ map: { id, version } })));
    expect(text).toMatch(/\nHOW THE MAP FINDS THE SITES\n(.+\n)*Procerus: midway 1–2\n/);
    expect(text).toMatch(new RegExp(`\\nMap: .*, version ${version}, .*awaiting clinical sign-off.*\\n`));
    expect(text).toMatch(/\n5 U in 0\.1 mL at each site .* Which needle was used is not recorded\.\n/);
  });
});
