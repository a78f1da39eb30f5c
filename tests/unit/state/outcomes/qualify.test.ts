import { describe, expect, it } from 'vitest';
import type { AcuteClass } from '../../../../src/outcomes/diary-day';
import type { History, PreventiveOutcome } from '../../../../src/outcomes/history';
import { emptyFile } from '../../../../src/outcomes/patient-file';
import {
  isSurelyBefore,
  readPreventive,
  typedOf,
  withAnswer,
  withChronicSince,
  withoutPreventive,
  withPreventive,
} from '../../../../src/state/outcomes/qualify-changes';
import { payerSummary } from '../../../../src/state/outcomes/qualify-summary';
import { criterionLine, monthText, preventivePeriod, startHint } from '../../../../src/state/outcomes/qualify-text';
import { neverAsked, neverNamed, overuseRows, overuseText } from '../../../../src/state/outcomes/qualify-overuse-text';
import { qualifyView } from '../../../../src/state/outcomes/qualify-view';
import { sampleDiary } from '../../../support/sample-course';

const patient = { id: 'p-1', label: 'Sample, M. (synthetic)', recordNumber: '4471' };
const file = emptyFile(patient);
const typed = { ...typedOf(null), name: ' Topiramate ', drugClass: 'Anticonvulsant', from: '2024-01', to: '2024-05' };

describe('a preventive as it is typed', () => {
  it('is kept without blanks and empty fields, with what a later version put there', () => {
    const known = { id: 'v-1', name: 'x', outcome: 'failed' as const, note: 'old', dose: 50 };
    expect(readPreventive('v-1', typed, known)).toEqual({
      id: 'v-1',
      name: 'Topiramate',
      drugClass: 'Anticonvulsant',
      from: '2024-01',
      to: '2024-05',
      outcome: 'failed',
      dose: 50,
    });
  });

  it.each([
    [{ name: '  ' }, ['nameless']],
    [{ from: '2024-13' }, ['from-unreadable']],
    [{ to: 'May' }, ['to-unreadable']],
    [{ from: '2024-06', to: '2024-05' }, ['backwards']],
    [{ from: '2024-06-02', to: '2024-06-01' }, ['backwards']],
  ])('is not taken with %j', (change, problems) => {
    expect(readPreventive('v-1', { ...typed, ...change })).toEqual(problems);
  });

  it('may begin and end in one month, whichever day is known', () => {
    expect(isSurelyBefore('2024-05', '2024-05-31')).toBe(false);
    expect(isSurelyBefore('2024-05-31', '2024-05')).toBe(false);
    expect(isSurelyBefore('2024-05-31', '2024-06')).toBe(true);
  });

  it('is put in its place, and taken out', () => {
    const [a, b] = ['a', 'b'].map((id) => ({ id, name: id, outcome: 'failed' as const }));
    if (a === undefined || b === undefined) throw new Error('none');
    const both = withPreventive(withPreventive(file, a), b);
    const changed = withPreventive(both, { ...a, name: 'other' });
    expect(changed.history.preventives.map(({ name }) => name)).toEqual(['other', 'b']);
    expect(withoutPreventive(changed, 'a').history.preventives).toEqual([b]);
  });
});

describe('what no diary can tell', () => {
  it('is answered, and taken back so that it was not asked', () => {
    const asked = withAnswer(file, 'fiveAttacks', 'yes');
    expect(asked.history.fiveAttacks).toBe('yes');
    expect(withAnswer(asked, 'fiveAttacks', null).history).toEqual({ preventives: [] });
    const since = withChronicSince(file, '2024-05');
    expect(since.history.chronicSince).toBe('2024-05');
    expect(withChronicSince(since, '2024-05')).toBe(since);
    expect(withChronicSince(since, '').history).toEqual({ preventives: [] });
  });
});

describe('times of a preventive in words', () => {
  it('say a month or a day, as far as it is known', () => {
    expect([monthText('2024-05'), monthText('2024-05-11')]).toEqual(['May 2024', '11 May 2024']);
    expect(preventivePeriod({ from: '2024-01', to: '2024-05' })).toBe('Jan 2024 to May 2024');
    expect([preventivePeriod({ from: '2024-01' }), preventivePeriod({ to: '2024-05' }), preventivePeriod({})]).toEqual([
      'from Jan 2024',
      'until May 2024',
      '',
    ]);
  });
});

const four = [22, 21, 20, 19].map((headache) => ({ headache, migraine: 12, acute: 11 }));
/** The first windows are left out where the diary begins later. */
const view = (history: Partial<History>, holes = 0, later = 0) =>
  qualifyView({
    file: { rule: 'nice-ta260', history: { preventives: [], ...history } },
    diary: sampleDiary('p-1', later === 0 ? '2026-01-05' : '2026-02-02', [
      ...four.slice(later, 3),
      later === 0 ? { headache: 19 - holes, unrecorded: holes } : { headache: 19, migraine: 12 },
    ]),
    sessions: [],
    unread: 0,
    now: '2026-04-26T20:00:00+02:00',
  });
const lines = (of: ReturnType<typeof view>) => of.eligibility.diagnosis.map(criterionLine);

describe('whether a patient qualifies', () => {
  it('is said criterion by criterion, with what was counted for it', () => {
    const [a, b] = lines(view({ fiveAttacks: 'yes' }));
    expect(a).toMatchObject({ stateText: 'Met', missing: [] });
    expect(a?.found).toEqual([
      '5 Jan to 1 Feb 2026: 22',
      '2 Feb to 1 Mar 2026: 21',
      '2 Mar to 29 Mar 2026: 20',
      '30 Mar to 26 Apr 2026: 19',
      'More than three months, by the diary',
    ]);
    expect(b).toMatchObject({ stateText: 'Met', found: [] });
  });

  it('says what is missing where it cannot be said', () => {
    const [a, b] = lines(view({}, 9));
    expect(a).toMatchObject({ stateText: 'Cannot say', missing: ['30 Mar to 26 Apr 2026: 9 days not recorded'] });
    expect(b?.missing).toEqual(['Whether five attacks of migraine are known']);
  });

  it('tells overuse by class, of the classes that the diary names', () => {
    const rows = overuseRows(view({}).overuse);
    expect(rows.map(({ name, limit, lately }) => [name, limit, lately])).toEqual([
      ['Triptans', 'from 10 days', 'No'],
      ['Several classes together', 'from 10 days', 'No'],
    ]);
    expect(rows[0]?.counts).toEqual(['11', '11', '11', '0']);
  });

  it('says of what there was overuse, by which limit, and that a limit awaits sign-off', () => {
    const diary = sampleDiary('p-1', '2026-03-30', [{ headache: 19, migraine: 12, acute: 9 }]);
    // Days with a triptan and days with an NSAID, neither of them enough by itself.
    const days = diary.days.map((day, n) => (n >= 9 && n < 13 ? { ...day, acute: ['other-nsaid' as const] } : day));
    const { overuse } = qualifyView({
      file: { history: { preventives: [] } },
      diary: { ...diary, days },
      sessions: [],
      unread: 0,
      now: '2026-04-26T20:00:00+02:00',
    });
    const said = overuseText(overuse);
    expect(said).toMatchObject({
      tone: 'open',
      title: 'Overuse in the latest 28 days, but only by a limit that awaits clinical sign-off',
    });
    expect(said.lines.slice(1, 3)).toEqual([
      'Such a limit decides neither the diagnosis nor whether treatment may begin.',
      'Whether it is medication-overuse headache (ICHD-3 8.2) cannot be said.',
    ]);
    expect(overuseRows(overuse).at(-1)).toMatchObject({
      name: 'Several classes together',
      lately: 'By a limit that awaits sign-off',
    });
    expect(said.lines[0]).toMatch(/^Several classes together: overuse from 10 days\..*awaiting clinical sign-off/);
  });

  it('tells overuse by a limit that was read as such', () => {
    const said = overuseText(
      qualifyView({
        file: { history: { preventives: [] } },
        diary: sampleDiary('p-1', '2026-03-30', [{ headache: 19, acute: 10 }]),
        sessions: [],
        unread: 0,
        now: '2026-04-26T20:00:00+02:00',
      }).overuse,
    );
    expect([said.tone, said.title]).toEqual(['bad', 'Overuse in the latest 28 days']);
  });

  it('names the classes that no day names, and apart from them those that were not asked about', () => {
    const { days } = sampleDiary('p-1', '2026-03-30', [{ headache: 19, acute: 3 }]);
    const of = (acuteNotAsked: readonly AcuteClass[], kept = days) =>
      qualifyView({
        file: { history: { preventives: [] } },
        diary: { version: 1, patient: 'p-1', days: kept.map((day) => ({ ...day, acuteNotAsked })) },
        sessions: [],
        unread: 0,
        now: '2026-04-26T20:00:00+02:00',
      }).overuse;
    const names = 'Ergotamine, Paracetamol, Aspirin, Other NSAIDs, Opioids, Combination analgesics';
    expect([neverNamed(of([])), neverAsked(of([]))]).toEqual([`No recorded day names any of these: ${names}.`, '']);
    expect([neverNamed(of(['opioid', 'aspirin'])), neverAsked(of(['opioid', 'aspirin']))]).toEqual([
      'No recorded day names any of these: Ergotamine, Paracetamol, Other NSAIDs, Combination analgesics.',
      'Recorded days do not all say whether any of these was taken: Aspirin, Opioids.',
    ]);
    // Of no recorded day nothing is said.
    expect([neverNamed(of([], [])), neverAsked(of([], []))]).toEqual(['', '']);
  });

  it('says that the features of a migraine are recalled wherever migraine days are a criterion', () => {
    const { diagnosis, start } = view({}).eligibility;
    const recalled = [...diagnosis, ...start]
      .map(criterionLine)
      .filter(({ from }) => /1\.1 C and D\) is recalled.*unconfirmed, awaiting clinical sign-off/.test(from));
    expect(recalled.map(({ id }) => id)).toEqual(['ichd-c', 'migraine-days']);
  });

  it('counts the preventives that did not do among those on record', () => {
    const found = (...outcomes: readonly PreventiveOutcome[]) =>
      view({ preventives: outcomes.map((outcome, n) => ({ id: String(n), name: 'Demo', outcome })) })
        .eligibility.start.map(criterionLine)
        .find(({ id }) => id === 'preventives')?.found;
    expect(found()).toEqual(['none on record']);
    expect(found('helped', 'ongoing')).toEqual(['0 of 2 on record count']);
    expect(found('failed')).toEqual(['1 of 1 on record counts']);
    expect(found('failed', 'failed', 'helped')).toEqual(['2 of 3 on record count']);
  });

  it('says how many preventives were taken as enough where a rule gives a range', () => {
    expect(startHint('ehf-2018')).toBe('EHF 2018 asks for 2 to 3 preventives; 2 are taken as enough here.');
    expect([startHint('nice-ta260'), startHint('us-label')]).toEqual(['', '']);
  });

  it('says where the diary contradicts the clinician, and what longer migraine rests on', () => {
    const of = (headache: number) =>
      qualifyView({
        file: { history: { preventives: [], chronicSince: '2024-05' } },
        diary: sampleDiary('p-1', '2026-01-05', [{ headache, migraine: headache }, ...four.slice(1)]),
        sessions: [],
        unread: 0,
        now: '2026-04-26T20:00:00+02:00',
      }).eligibility.diagnosis.map(criterionLine);
    const why =
      '5 Jan to 1 Feb 2026: the diary shows fewer days, though “Chronic since” is earlier. Which of the two is right?';
    expect(of(3)[0]).toMatchObject({ stateText: 'Cannot say', missing: [why] });
    expect(of(3)[0]?.found[0]).toBe('5 Jan to 1 Feb 2026: 3');
    const three = lines(view({ chronicSince: '2024-05' }, 0, 1));
    expect(three[0]?.found.at(-1)).toBe('More than three months, as the clinician knows it');
    expect(three[2]).toMatchObject({ stateText: 'Met' });
    expect(three[2]?.found.at(-1)).toBe(
      'More than three months rests on “Chronic since”, which speaks of headache: the diary shows three months of migraine days',
    );
  });

  it('goes to the payer with who, by which rule, what was counted, what is missing, when and by which version', () => {
    const history: History = { preventives: [{ id: 'v', name: 'Topiramate', outcome: 'failed' }] };
    const summary = payerSummary({
      view: view(history),
      file: { history },
      patient,
      by: 'Dr A. Example',
      now: '2026-04-26T20:00:00+02:00',
      version: '1.2.3',
    });
    expect(summary.who).toEqual([
      ['Patient', 'Sample, M. (synthetic)'],
      ['Record number', '4471'],
      ['Made by', 'Dr A. Example'],
    ]);
    expect(summary.groups.map(({ title, state }) => [title, state])).toEqual([
      ['Chronic migraine, ICHD-3 1.3', 'Not met'],
      ['To begin by NICE TA260', 'Not met'],
    ]);
    expect(summary.preventives).toEqual([['Topiramate', '', '', 'No sufficient effect', '']]);
    expect(summary.missing).toContain('Whether another diagnosis accounts for it better');
    expect(summary.made).toMatch(
      /^Made on 26 Apr 2026 from the headache diary as it was entered, by Aliquot 1\.2\.3\./,
    );
  });
});
