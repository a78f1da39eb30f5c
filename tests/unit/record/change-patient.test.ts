import { describe, expect, it } from 'vitest';
import { alikeTo } from '../../../src/record/alike';
import { withPatient } from '../../../src/record/change-patient';
import { listingOf } from '../../../src/record/listing';
import type { Patient } from '../../../src/record/patient';
import { patientsOf } from '../../../src/record/patients';
import { emptyVisit, visitOf } from '../../../src/record/visit';
import { addElsewhere, addOtherToxin, override } from '../../../src/record/visit-commands';
import { sampleSession } from '../../support/sample-sessions';
import { beforeNeedle, done, readyVisit } from '../../support/sample-visits';

const answered = () => {
  const elsewhere = done(addElsewhere(readyVisit(), { units: 50, day: '2026-05-01' }, beforeNeedle));
  const told = done(addOtherToxin(elsewhere, { product: 'rimabotulinumtoxinB' }, beforeNeedle));
  const dose = done(override(told, { rule: 'cumulative-dose', units: 410 }, 'agreed', beforeNeedle));
  return sampleSession({ visit: done(override(dose, { rule: 'vial-over-24h', vial: 'v-1' }, 'snow', beforeNeedle)) });
};

describe('a session that comes to be another patient', () => {
  const other: Patient = { id: 'p-2', label: 'B. S.', born: '1980' };

  it('holds nothing any more that belonged to the one before, and keeps what was injected', () => {
    const before = answered();
    const { session, cleared } = withPatient(before, other);
    const visit = visitOf(session);
    expect(cleared).toBe(true);
    expect(session.patient).toEqual(other);
    expect(visit).not.toHaveProperty('identified');
    expect(visit).not.toHaveProperty('consent');
    expect([visit.checks, visit.otherToxins, visit.elsewhere]).toEqual([[], [], []]);
    expect(visit.overrides.map(({ rule }) => rule)).toEqual(['vial-over-24h']);
    expect(visit.indication).toEqual({ id: 'chronic-migraine' });
    expect(session.entries).toBe(before.entries);
  });

  it('says that something was taken out for each thing that belonged to the one before, alone', () => {
    const base = { ...visitOf(sampleSession()), ...emptyVisit };
    const whole = visitOf(answered());
    const cleared = (part: Partial<typeof whole>) =>
      withPatient(sampleSession({ visit: { ...base, ...part } }), other).cleared;
    expect(cleared({})).toBe(false);
    for (const name of ['identified', 'consent', 'checks', 'otherToxins', 'elsewhere'] as const) {
      expect(whole[name], name).toBeDefined();
      expect(cleared({ [name]: whole[name] }), name).toBe(true);
    }
    const [dose, vial] = whole.overrides;
    expect(cleared({ overrides: dose === undefined ? [] : [dose] })).toBe(true);
    expect(cleared({ overrides: vial === undefined ? [] : [vial] }), 'a rule of a vial is none of a patient').toBe(
      false,
    );
  });

  it('says nothing was taken out where nothing was asked yet', () => {
    expect(withPatient(sampleSession(), other)).toEqual({ session: sampleSession({ patient: other }), cleared: false });
  });
});

describe('a patient who is corrected', () => {
  it('keeps the answers, fields of a newer version, and no birth that was taken out', () => {
    const patient = { id: 'p-1', label: 'K. M.', born: '1979', pronoun: 'they' };
    const { session, cleared } = withPatient({ ...answered(), patient }, { id: 'p-1', label: 'Kim M.' });
    expect(cleared).toBe(false);
    expect(session.patient).toEqual({ id: 'p-1', label: 'Kim M.', pronoun: 'they' });
    expect(visitOf(session).checks).toEqual(readyVisit().checks);
    const numbered = { ...answered(), patient: { id: 'p-1', label: 'K. M.', recordNumber: '7' } };
    expect(withPatient(numbered, { id: 'p-1', label: 'K. M.' }).session.patient).toEqual({ id: 'p-1', label: 'K. M.' });
  });
});

describe('somebody of an earlier session', () => {
  const known = (patient: Patient) =>
    listingOf(sampleSession({ id: `s-${patient.id}`, patient }), '2026-03-02T10:00:00Z', false);
  const patients = patientsOf([
    known({ id: 'p-1', label: 'K. M.', born: '1979-05-04', recordNumber: 'MR-107' }),
    known({ id: 'p-2', label: 'Jürgen Müller' }),
    known({ id: 'p-3', label: 'A. S.', born: '1980' }),
  ]);
  const alike = (typed: Omit<Patient, 'id'>, id = 'new') =>
    alikeTo({ id, ...typed }, patients).map(({ patient }) => patient.id);

  it('is recognised by the record number, whatever the name', () => {
    expect(alike({ label: 'Somebody Else', recordNumber: 'mr 107' })).toEqual(['p-1']);
  });

  it('is recognised by the label where the births do not contradict each other', () => {
    expect(alike({ label: 'km', born: '1979-05-04' })).toEqual(['p-1']);
    expect(alike({ label: 'K. M.', born: '1979' })).toEqual(['p-1']);
    expect(alike({ label: 'K. M.' })).toEqual(['p-1']);
    expect(alike({ label: 'K. M.', born: '1979-05-05' })).toEqual([]);
    expect(alike({ label: 'Jurgen Muller', born: '1950' })).toEqual(['p-2']);
  });

  it('is not whoever is typed, nor anybody where nothing is', () => {
    expect(alike({ label: 'A. S.', born: '1980' }, 'p-3')).toEqual([]);
    expect(alike({ label: '', born: '1980' })).toEqual([]);
  });
});
