import { describe, expect, it } from 'vitest';
import { isBorn, type Patient, readPatient } from '../../../src/record/patient';
import { matches, normalised, queryWords, searchWords } from '../../../src/record/patient-search';

const today = '2026-05-25T09:00:00+02:00';
const read = (typed: Partial<Patient>) => readPatient({ id: 'p-1', label: '', ...typed }, today);

describe('a patient', () => {
  it('is kept without blanks, and without the fields that were left empty', () => {
    expect(read({ label: '  K.   M. ', born: '', recordNumber: ' ' })).toEqual({
      ok: true,
      value: { id: 'p-1', label: 'K. M.' },
    });
    expect(read({ label: '', born: '1980', recordNumber: '0471' })).toEqual({
      ok: true,
      value: { id: 'p-1', label: '', born: '1980', recordNumber: '0471' },
    });
  });

  it('needs a label or a record number', () => {
    expect(read({ born: '1980' })).toEqual({ ok: false, error: [{ kind: 'NothingToTellApart' }] });
  });

  it.each([
    ['80', 'BornUnreadable'],
    ['1980-05', 'BornUnreadable'],
    ['25.05.1980', 'BornUnreadable'],
    ['1981-02-29', 'BornImpossible'],
    ['1890', 'BornImpossible'],
    ['2026-05-26', 'BornInFuture'],
    ['2027', 'BornInFuture'],
  ])('is not born %s', (born, kind) => {
    expect(read({ label: 'x', born })).toEqual({ ok: false, error: [{ kind, born }] });
  });

  it.each(['2026-05-25', '2026', '1980-02-29'])('may be born %s', (born) => {
    expect(read({ label: 'x', born }).ok).toBe(true);
    expect(isBorn(born)).toBe(true);
  });
});

describe('the search for a patient', () => {
  const words = searchWords({ id: 'p', label: 'Łukasz Müller-Groß', born: '1980-03-04', recordNumber: 'MRN-004711' });
  const finds = (typed: string) => matches(words, queryWords(typed));

  it('knows no accents, cases and signs', () => {
    expect(normalised(' Ślad  ÉTÉ/Ørsted\tGroß ')).toBe('slad ete orsted gross');
  });

  it.each([
    'lukasz',
    'MULLER',
    'gross luk',
    'mül',
    '1980',
    '4.3.1980',
    '1980-03-04',
    '19800304',
    'mrn004711',
    '4711',
    '',
  ])('finds by %j', (typed) => {
    expect(finds(typed)).toBe(true);
  });

  it.each(['kasz', 'lukasz 1981', '711', 'meier'])('finds nobody by %j', (typed) => {
    expect(finds(typed)).toBe(false);
  });

  it('finds initials with and without points', () => {
    const initials = searchWords({ id: 'p', label: 'K. M.' });
    expect(['KM', 'k m', 'K.M.', 'm'].map((typed) => matches(initials, queryWords(typed)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
