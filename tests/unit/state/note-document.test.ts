import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../../src/ledger/fold';
import { muscles } from '../../../src/protocol/paradigm';
import type { CryptoPort } from '../../../src/record/crypto-port';
import { type SignedVersion, signFirst } from '../../../src/record/signed-version';
import { noteDocument, paperOf } from '../../../src/state/note-document';
import { ruleText } from '../../../src/state/rule-text';
import { completeSession } from '../../support/complete-session';
import { noteHues } from '../../support/note-art';
import { sessionWith } from '../../support/patient-history';
import { author, twoInjectors, unwrap } from '../../support/signing';

let port: CryptoPort;
let version: SignedVersion;
beforeAll(async () => {
  [port] = await twoInjectors();
  version = unwrap(
    await signFirst(completeSession(), { author, at: '2026-05-25T11:00:00+02:00', storeHead: null }, port),
  );
});
const art = { pictures: [], hues: noteHues };
const noteOf = (one: SignedVersion) => noteDocument({ kind: 'signed', versions: [one] }, { art });

describe('the note as a document', () => {
  it('has the units of the ledger in every row and in the total, whichever doses there were', () => {
    fc.assert(
      fc.property(fc.subarray([...version.session.entries.keys()].slice(31)), (kept) => {
        const entries = version.session.entries.filter((_, n) => n < 31 || kept.includes(n));
        const { totals } = fold(entries, version.session.vials);
        const { table } = noteOf({ ...version, session: { ...version.session, entries } });
        for (const { id, name } of muscles)
          expect(table.rows.find(({ muscle }) => muscle === name)?.units).toBe(String(totals.byMuscle[id].given));
        expect([table.total.units, table.total.sites]).toEqual([String(totals.given), String(totals.sitesGiven)]);
      }),
      { numRuns: 40 },
    );
  });

  it('gives the landmark rule as the map walks it, with the numbers the sites have on the note', () => {
    expect(ruleText('preempt-2017', 'temporalis')).toBe(
      '8/12: 30 mm up from tragus; 9/13: 21 mm up from 8/12; 10/14: 22 mm forward from midway 8/12–9/13; 11/15: 15 mm back from 9/13',
    );
    expect(ruleText('preempt-2017', 'procerus')).toBe('midway 1–2');
    expect(ruleText('preempt-2017', 'paraspinal')).toContain('22/24: 30 mm down from inion, then 10 mm outward');
    expect(ruleText('preempt-2010', 'frontalis')).not.toBe(ruleText('preempt-2017', 'frontalis'));
  });

  it('makes up no rule for a version of the map that is not at hand', () => {
    const session = { ...version.session, map: { ...version.session.map, version: '9' } };
    const { table } = noteOf({ ...version, session });
    for (const { rule } of table.rows) expect(rule).toBe('as in version 9 of the map');
  });

  it('names what stands beside the plan and the checks, and invents nothing: no needle, no tolerance', () => {
    const text = noteOf(version)
      .paragraphs.map(({ lead, text: said }) => `${lead} ${said}`)
      .join('\n');
    expect(text).toContain('All 13 safety checks were answered with no.');
    expect(text).toContain('Which needle was used is not recorded.');
    expect(text).toContain('30 G × 12.7 mm');
    expect(noteDocument({ kind: 'signed', versions: [version] }, { art }).footer).toMatch(
      /not on a scan of this patient.*awaiting clinical sign-off/,
    );
    expect(text.replace(version.session.note, '')).not.toMatch(/no adverse|without complication/i);
  });

  it('names each check where one was answered otherwise', () => {
    const { visit } = version.session;
    if (visit === undefined) throw new Error('no visit');
    const [first, ...rest] = visit.checks;
    if (first === undefined) throw new Error('no check');
    const session = {
      ...version.session,
      visit: { ...visit, checks: [{ ...first, answer: 'yes' as const }, ...rest] },
    };
    const before = noteOf({ ...version, session }).paragraphs.find(({ lead }) => lead === 'Before the first needle.');
    expect(before?.text).toContain('Safety checks, yes: Hypersensitivity.');
    expect(before?.text).toContain('Safety checks, no: Infection at a site;');
  });

  it('of an unsigned session is a draft: it has no signature, and says so at the top and on every page', () => {
    const draft = noteDocument(
      { kind: 'draft', session: sessionWith('d', '2026-11-23T10:41:00+01:00', { open: 3 }) },
      { art },
    );
    expect(draft.signature).toBeNull();
    expect(draft.warning).toMatch(/^Draft, not signed\./);
    expect(draft.runningTitle).toContain('draft, not signed');
    expect(draft.paragraphs.find(({ lead }) => lead === 'Not given.')?.text).toContain('still planned');
  });

  it('says whose profile it goes by, and goes on the paper of that region', () => {
    const us = noteDocument({ kind: 'signed', versions: [version] }, { art, region: 'us' });
    expect(us.footer).toMatch(/Profile: US\.$/);
    expect([paperOf('us'), paperOf('eu-uk'), paperOf(undefined)]).toEqual(['letter', 'a4', 'a4']);
  });

  it('has nothing due where nothing was injected', () => {
    const session = sessionWith('d', '2026-11-23T10:41:00+01:00', { open: 31 });
    const { due } = noteDocument({ kind: 'draft', session }, { art });
    expect([due.day, due.text]).toEqual(['–', 'Nothing was injected: nothing is due.']);
  });

  it('names the products of the vials, and says before anything else that its sums are of two', () => {
    const { session } = version;
    const [vial] = session.vials;
    if (vial === undefined) throw new Error('no vial');
    const entries = session.entries.map((entry) =>
      entry.kind === 'give' && entry.site === 'procerus-M' ? { ...entry, vial: 'other' } : entry,
    );
    const vials = [vial, { ...vial, id: 'other', product: 'Dysport' }];
    const mixed = noteOf({ ...version, session: { ...session, entries, vials } });
    expect(mixed.subtitle).toMatch(/^OnabotulinumtoxinA and Dysport, /);
    expect(mixed.warning).toContain('onabotulinumtoxinA 150 U, Dysport 5 U.');
    expect(noteOf(version).warning).toBeNull();
    const alone = noteOf({ ...version, session: { ...session, vials: [{ ...vial, product: 'Dysport' }] } });
    expect([alone.subtitle.startsWith('Dysport, '), alone.warning]).toEqual([true, null]);
  });
});
