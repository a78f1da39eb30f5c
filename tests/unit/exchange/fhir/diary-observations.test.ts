import fc from 'fast-check';
import type { Bundle, Observation } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { codeSystems } from '../../../../src/exchange/fhir/codes';
import { diaryBundle } from '../../../../src/exchange/fhir/diary-observations';
import type { Diary } from '../../../../src/outcomes/diary';
import { codesOf, problemsOf } from '../../../support/fhir-definitions';
import { randomDiary } from '../../../support/random-diary';

const uuid = () => crypto.randomUUID();
const patient = { id: 'p-1', label: 'K. M.' };
const daysIn = ({ entry = [] }: Bundle): readonly Observation[] =>
  entry.flatMap(({ resource }) => (resource?.resourceType === 'Observation' ? [resource] : []));
const diary: Diary = {
  version: 1,
  patient: 'p-1',
  days: [
    { day: '2026-03-01', attacks: [], acute: null, missed: [] },
    {
      day: '2026-03-03',
      attacks: [
        { id: 'a', hours: 4, severity: 2, features: ['nausea'], notAsked: ['aura'] },
        { id: 'b', hours: null, severity: 3, features: null },
      ],
      acute: ['triptan'],
      acuteNotAsked: ['opioid'],
      missed: null,
      note: 'a\u0000 note',
    },
  ],
};
const said = (one: Observation | undefined, code: string) => {
  const found = one?.component?.find(({ code: { coding } }) => coding?.[0]?.code === code);
  return (
    found?.valueBoolean ??
    found?.valueInteger ??
    found?.valueQuantity?.value ??
    found?.dataAbsentReason?.coding?.[0]?.code
  );
};

describe('a diary as FHIR', () => {
  it('is valid by the definitions of R4, whatever was written and whoever kept it', () => {
    fc.assert(
      fc.property(randomDiary, fc.constantFrom(patient, null), (one, whose) => {
        expect(problemsOf(diaryBundle(one, whose, uuid))).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(codesOf('http://hl7.org/fhir/ValueSet/observation-status')?.has('final')).toBe(true);
  }, 60_000);

  it('has one Observation a recorded day, and none for the day between', () => {
    const days = daysIn(diaryBundle(diary, patient, uuid));
    expect(days.map(({ effectiveDateTime, valueBoolean }) => [effectiveDateTime, valueBoolean])).toEqual([
      ['2026-03-01', false],
      ['2026-03-03', true],
    ]);
    expect(days.map(({ contained }) => contained?.length ?? 0)).toEqual([0, 2]);
  });

  it('says of what was not asked that it was not, and never no or nought', () => {
    const [free, bad] = daysIn(diaryBundle(diary, patient, uuid));
    expect([said(free, 'acute'), said(free, 'missed-work'), said(free, 'hours')]).toEqual([
      'not-asked',
      false,
      undefined,
    ]);
    expect([said(bad, 'acute-triptan'), said(bad, 'acute-aspirin'), said(bad, 'acute-opioid')]).toEqual([
      true,
      false,
      'not-asked',
    ]);
    expect([said(bad, 'worst-severity'), said(bad, 'hours'), said(bad, 'missed')]).toEqual([
      3,
      'not-asked',
      'not-asked',
    ]);
    const [first, second] = (bad?.contained ?? []) as Observation[];
    expect([said(first, 'feature-nausea'), said(first, 'feature-aura'), said(first, 'feature-vomiting')]).toEqual([
      true,
      'not-asked',
      false,
    ]);
    expect([said(second, 'features'), said(second, 'hours')]).toEqual(['not-asked', 'not-asked']);
  });

  it('speaks no code of a clinical terminology', () => {
    const systems = new Set<string>();
    JSON.stringify(diaryBundle(diary, patient, uuid), (name, value: unknown) => {
      if (name === 'coding') for (const { system } of value as { system: string }[]) systems.add(system);
      return value;
    });
    expect([...systems].toSorted()).toEqual([codeSystems.dataAbsent, codeSystems.diary].toSorted());
  });

  it('names a patient who has a record, so that it may be posted twice; a diary of nobody names nobody', () => {
    const bundle = diaryBundle(diary, patient, uuid);
    expect(bundle.entry?.map(({ request }) => request?.method)).toEqual(['POST', 'PUT', 'PUT']);
    const own = diaryBundle({ ...diary, patient: 'own' }, null, uuid);
    expect([own.type, JSON.stringify(own).includes('identifier')]).toEqual(['collection', false]);
  });
});
