import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../../src/ledger/fold';
import { muscles } from '../../../src/protocol/paradigm';
import type { CryptoPort } from '../../../src/record/crypto-port';
import type { Session } from '../../../src/record/session';
import { type SignedVersion, signFirst } from '../../../src/record/signed-version';
import { noteText } from '../../../src/state/note-text';
import { completeSession } from '../../support/complete-session';
import { midway, sessionWith } from '../../support/patient-history';
import { author, twoInjectors, unwrap } from '../../support/signing';

let port: CryptoPort;
beforeAll(async () => {
  [port] = await twoInjectors();
});
const signed = async (session: Session): Promise<SignedVersion> =>
  unwrap(await signFirst(session, { author, at: '2026-05-25T11:00:00+02:00', storeHead: null }, port));

describe('the note as plain text', () => {
  it('says who, what was given where and when, what is due, and who signed', async () => {
    const version = await signed(completeSession({ note: 'Well.\nNo complaints.' }));
    const text = noteText(version);
    expect(text).toMatch(/^PROCEDURE NOTE\n/);
    expect(text).toMatch(/\nFrontalis: left \d+, \d+; right \d+, \d+\. 20 U, 0\.4 mL, \d\d:\d\d/);
    expect(text).toContain('\nTotal: 155 U at 31 sites, 3.1 mL (cap 195 U)\n');
    expect(text).toContain('Note: Well. / No complaints.');
    expect(text).toMatch(/\nNext due: \d{4}-\d\d-\d\d \(12 weeks\)\n/);
    expect(text).toContain('Signed by Dr A. Example, MD, 2026-05-25 11:00, version 1');
    expect(text).toContain(version.hash);
  });

  it('tells extras by their sentence, what was left out and moved with the reason, and what happened beside the plan', async () => {
    const version = await signed(
      sessionWith('v', '2026-05-25T09:00:00+02:00', {
        extras: [midway('temporalis-L-2', 'temporalis-L-3')],
        skipped: { 'temporalis-R-3': 'Artery pulse at the site' },
        moved: { 'frontalis-L-1': midway('frontalis-L-1', 'frontalis-L-2') },
        incident: { units: 2.5 },
      }),
    );
    const text = noteText(version);
    expect(text).toMatch(/\nFOLLOW-THE-PAIN SITES\nF1 Temporalis left: .*tragus/);
    expect(text).toMatch(/\nNOT GIVEN\n\d+ Temporalis right 3: Artery pulse at the site\n/);
    expect(text).toMatch(/\nMOVED\n\d+ Frontalis left 1: .*mm.* Reason: Brow sits low\n/);
    expect(text).toMatch(/\nBESIDE THE PLAN\nIncident at \d\d:\d\d: .*, 2\.5 U\. /);
  });

  it('says the same units as the ledger, muscle by muscle, whatever happened', async () => {
    const version = await signed(completeSession());
    fc.assert(
      fc.property(fc.subarray([...version.session.entries.keys()].slice(31)), (kept) => {
        // Any of the doses may be missing.
        const entries = version.session.entries.filter((_, n) => n < 31 || kept.includes(n));
        const session = { ...version.session, entries };
        const { totals } = fold(entries, session.vials);
        const text = noteText({ ...version, session });
        const told = (name: string) => Number(new RegExp(`^${name}: .*\\. ([\\d.]+) U, `, 'm').exec(text)?.[1] ?? 0);
        for (const { id, name } of muscles) expect(told(name), name).toBe(totals.byMuscle[id].given);
        expect(Number(/^Total: ([\d.]+) U/m.exec(text)?.[1])).toBe(totals.given);
      }),
      { numRuns: 60 },
    );
  });
});
