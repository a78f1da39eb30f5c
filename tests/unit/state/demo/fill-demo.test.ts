import { describe, expect, it } from 'vitest';
import { placements } from '../../../../src/app/placements';
import { parseDiary } from '../../../../src/outcomes/diary';
import { eligibilityOf } from '../../../../src/outcomes/eligibility';
import { parsePatientFile } from '../../../../src/outcomes/patient-file';
import { recordedIn } from '../../../../src/outcomes/windows';
import { costOf } from '../../../../src/record/cost';
import { practiceId } from '../../../../src/record/practice';
import { parsePractice } from '../../../../src/record/practice-schema';
import { historyOf } from '../../../../src/record/patients';
import { demoDays, demoPatientId } from '../../../../src/state/demo/demo-days';
import { settingsForDemo } from '../../../../src/state/demo/demo-settings';
import { fillDemo, fillTrouble } from '../../../../src/state/demo/fill-demo';
import { defaultSettings } from '../../../../src/state/settings';
import { createSigning } from '../../../../src/state/signing';
import { openMemoryRecords } from '../../../../src/storage/memory-records';
import { sampleSession } from '../../../support/sample-sessions';
import { unwrap } from '../../../support/signing';

const now = '2026-11-30T08:15:00+01:00';
const later = '2026-12-01T00:05:00+01:00';

async function filled() {
  const records = await openMemoryRecords({ now: () => now });
  expect(await fillDemo({ records, placements, now })).toEqual({ ok: true, value: 'today' });
  return records;
}

describe('the demo, filled', () => {
  it('holds four sessions signed by the demo injector, which hold', async () => {
    const records = await filled();
    const listed = unwrap(await records.sessions.list());
    expect(listed).toHaveLength(4);
    const desk = createSigning({ ...records, now: () => now, newId: () => 'unused' });
    for (const number of [1, 2, 3, 4]) {
      const { session } = unwrap(await records.sessions.load(`demo-session-${String(number)}`));
      expect(await desk.signatureOf(session)).toMatchObject({ kind: 'signed' });
      expect([session.patient.label, session.injector]).toEqual([
        'Demo, Maren (synthetic)',
        'Demo injector (synthetic)',
      ]);
      expect(session.note).toContain('synthetic');
    }
    expect(historyOf(listed, demoPatientId).unread).toBe(0);
  });

  it('holds the diary and the file of the patient, as they are read', async () => {
    const { documents } = await filled();
    const file = parsePatientFile(unwrap(await documents.read('patient', demoPatientId)).doc);
    const diary = parseDiary(unwrap(await documents.read('diary', demoPatientId)).doc);
    expect([file.ok, diary.ok]).toEqual([true, true]);
    if (!file.ok || !diary.ok) return;
    // Three sessions were asked about twice, the last once: six weeks have not passed.
    expect(file.value.effects.map(({ session, occasion }) => `${session} ${occasion}`)).toHaveLength(7);
    expect(file.value.scores).toHaveLength(8);
    const { diagnosed, mayStart } = eligibilityOf({
      recorded: recordedIn(diary.value),
      history: file.value.history,
      treatments: demoDays('2026-11-30').sessions,
      today: '2026-11-30',
      rule: 'nice-ta260',
    });
    expect([diagnosed, mayStart]).toEqual(['met', 'met']);
  });

  it('costs 500.00 EUR all in by its made-up prices: 400.00 the vial and 100.00 the fee, of which the patient pays a tenth', async () => {
    const { documents, sessions } = await filled();
    const practice = unwrap(parsePractice(unwrap(await documents.read('practice', practiceId)).doc));
    const listed = unwrap(await sessions.list()).filter((one) => one.kind === 'session');
    const costs = listed.map(({ vials }) => unwrap(costOf(vials, practice.prices)));
    const each = { drug: 400_00, fee: 100_00, allIn: 500_00, patient: 50_00 };
    expect(costs).toHaveLength(4);
    for (const cost of costs) expect(cost).toMatchObject(each);
    // 400.00 and 500.00 over 155 U, and over the 145 U of the third session: 2.5806 and 3.2258, 2.7586 and 3.4483.
    const perUnit = costs.toSorted((a, b) => b.units - a.units).map((cost) => cost.perUnit);
    expect(perUnit[0]).toEqual({ drug: 258_06, allIn: 322_58 });
    expect(perUnit[3]).toEqual({ drug: 275_86, allIn: 344_83 });
  });

  it('that was cut off is told as such at any step, and so is filled anew and not left as it is', async () => {
    for (const writes of [1, 3, 6]) {
      const records = await openMemoryRecords({ now: () => now });
      let left = writes;
      const cut: typeof records.documents = {
        ...records.documents,
        write: async (...asked) => {
          left -= 1;
          if (left < 0) throw new Error('the page was closed');
          return records.documents.write(...asked);
        },
      };
      await fillDemo({ records: { ...records, documents: cut }, placements, now }).catch(() => undefined);
      expect(left).toBe(-1);
      expect(await fillDemo({ records, placements, now })).toEqual({ ok: false, error: { kind: 'CutOff' } });
    }
  });

  it('says nothing of a locked vault, which was filled before, and puts any other problem in words', () => {
    expect(fillTrouble({ kind: 'Locked' })).toBeNull();
    expect(fillTrouble({ kind: 'DiskFull' })).toMatch(/ /);
  });

  it('takes from the settings of the device only how the app looks, and nothing that it does not understand', () => {
    const kept = JSON.stringify({ theme: 'dark', tone: 'tone-99', injector: 'Dr Example', locks: true });
    expect(settingsForDemo(kept)).toMatchObject({ theme: 'dark', tone: defaultSettings.tone });
    expect(Object.keys(settingsForDemo(kept))).not.toContain('injector');
    expect(settingsForDemo('{').theme).toBe(defaultSettings.theme);
  });

  it('is filled once: what was changed in it stays', async () => {
    const records = await filled();
    const { doc, revision } = unwrap(await records.documents.read('patient', demoPatientId));
    unwrap(
      await records.documents.write([
        { kind: 'patient', id: demoPatientId, doc: { changed: doc }, expected: revision },
      ]),
    );
    expect(await fillDemo({ records, placements, now })).toEqual({ ok: true, value: 'today' });
    expect(unwrap(await records.documents.read('patient', demoPatientId)).doc).toEqual({ changed: doc });
    expect(await fillDemo({ records, placements, now: later })).toEqual({ ok: true, value: 'changed' });
  });

  it('opened on another day is laid anew, but not where anything was changed, added or signed in it', async () => {
    const untouched = await filled();
    expect(await fillDemo({ records: untouched, placements, now })).toEqual({ ok: true, value: 'today' });
    expect(await fillDemo({ records: untouched, placements, now: later })).toEqual({ ok: true, value: 'untouched' });

    const changes: readonly ((records: Awaited<ReturnType<typeof filled>>) => Promise<unknown>)[] = [
      async ({ documents }) => {
        const { doc, revision } = unwrap(await documents.read('diary', demoPatientId));
        unwrap(await documents.write([{ kind: 'diary', id: demoPatientId, doc, expected: revision }]));
      },
      async ({ documents }) => unwrap(await documents.write([{ kind: 'patient', id: 'p-2', doc: {}, expected: 0 }])),
      async ({ documents }) => unwrap(await documents.write([{ kind: 'learning', id: 'l-1', doc: {}, expected: 0 }])),
      async ({ sessions }) => unwrap(await sessions.save(sampleSession(), 0)),
      async ({ sessions }) => {
        const { session, revision } = unwrap(await sessions.load('demo-session-4'));
        unwrap(await sessions.save({ ...session, note: 'amended' }, revision));
      },
    ];
    for (const change of changes) {
      const records = await filled();
      await change(records);
      expect(await fillDemo({ records, placements, now: later })).toEqual({ ok: true, value: 'changed' });
    }
  });
});
