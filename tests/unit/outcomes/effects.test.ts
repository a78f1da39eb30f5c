import { describe, expect, it } from 'vitest';
import {
  checksOn,
  effectProblem,
  reportsBefore,
  withCheck,
  withEffect,
  withoutCheck,
  withoutEffect,
} from '../../../src/outcomes/effects';
import { parsePatientFile } from '../../../src/outcomes/patient-file';
import type { EffectCorrection, SideEffect } from '../../../src/record/side-effects';
import { checkOf, listedOn, neckPain, sampleFile } from '../../support/patient-file';

const monday = { at: '2026-03-16T09:00:00+01:00', by: 'Dr Example' };
const tuesday = { at: '2026-03-17T09:00:00+01:00', by: '' };
const bruise = { id: 'b-1', effect: 'bruising', sites: [] } as const;

describe('side effects of a patient', () => {
  it('tell a patient who was asked and had none from one who was not asked', () => {
    const asked = withCheck(sampleFile, checkOf('c-1', 's-1'));
    expect(checksOn(asked, 's-1', 'two-weeks')).toHaveLength(1);
    expect(checksOn(asked, 's-1', 'six-weeks')).toEqual([]);
    expect(checksOn(asked, 's-2', 'two-weeks')).toEqual([]);
    expect(checksOn(withoutCheck(asked, 'c-1'), 's-1', 'two-weeks')).toEqual([]);
  });

  it('keep the place and the id of one that is corrected', () => {
    const file = withCheck(sampleFile, checkOf('c-1', 's-1', neckPain, bruise));
    const corrected = withEffect(file, 'c-1', { ...neckPain, gone: '2026-03-11' }, monday);
    expect(corrected.effects[0]?.effects).toMatchObject([{ ...neckPain, gone: '2026-03-11' }, bruise]);
    expect(parsePatientFile(corrected).ok).toBe(true);
  });

  it('keep what was said before each correction, with when and by whom; the same again is none', () => {
    const was: EffectCorrection['was'] = { effect: 'neck-pain', sites: ['paraspinal-L-1'], began: '2026-03-04' };
    const file = withCheck(sampleFile, checkOf('c-1', 's-1', neckPain));
    const once = withEffect(file, 'c-1', { ...neckPain, severity: 3 }, monday);
    const twice = withEffect(once, 'c-1', { ...neckPain, severity: 2, note: 'stiff' }, tuesday);
    expect(once.effects[0]?.effects[0]?.corrected).toEqual([{ ...monday, was }]);
    expect(twice.effects[0]?.effects[0]).toEqual({
      ...neckPain,
      severity: 2,
      note: 'stiff',
      corrected: [
        { ...monday, was },
        { ...tuesday, was: { ...was, severity: 3 } },
      ],
    });
    expect(parsePatientFile(twice)).toEqual({ ok: true, value: twice });
    expect(withEffect(once, 'c-1', { ...neckPain, severity: 3 }, tuesday).effects).toEqual(once.effects);
    // One that is new has nothing before it.
    expect(withEffect(file, 'c-1', bruise, monday).effects[0]?.effects[1]).toEqual(bruise);
  });

  it('lose one alone when it is removed: the check stays, and others with it', () => {
    const file = withCheck(sampleFile, checkOf('c-1', 's-1', neckPain, bruise));
    expect(withoutEffect(file, 'c-1', 'n-1').effects[0]?.effects).toEqual([bruise]);
    expect(withoutEffect(file, 'c-2', 'n-1')).toBe(file);
    expect(withoutCheck(file, 'c-2')).toBe(file);
  });

  it('may be on both sides, which no site is', () => {
    const file = withCheck(sampleFile, checkOf('c-1', 's-1', { ...neckPain, side: 'both' }));
    expect(parsePatientFile(file).ok).toBe(true);
  });

  const between = { session: '2026-03-02', today: '2026-03-16' };
  const [first, last] = [between.session, between.today];
  it.each([
    ['something else without a word of what', { effect: 'other', note: ' ' }, last, ['note', 'note-missing']],
    ['a beginning that is no day', { effect: 'bruising', began: '2026-02-30' }, last, ['began', 'not-a-day']],
    ['a beginning before the session', { effect: 'bruising', began: '2026-03-01' }, last, ['began', 'before-session']],
    ['an end that is no day', { effect: 'bruising', gone: '2026-02-30' }, last, ['gone', 'not-a-day']],
    ['an end before the session', { effect: 'bruising', gone: '2026-03-01' }, last, ['gone', 'before-session']],
    ['an end to come', { effect: 'bruising', gone: '2026-03-17' }, last, ['gone', 'to-come']],
    [
      'an end before the beginning',
      { effect: 'bruising', began: '2026-03-10', gone: '2026-03-09' },
      last,
      ['gone', 'gone-before-began'],
    ],
    ['asked before the session', { effect: 'bruising', began: first }, '2026-03-01', ['asked', 'before-session']],
    ['asked on a day to come', { effect: 'bruising' }, '2026-03-17', ['asked', 'to-come']],
    ['asked on no day', { effect: 'bruising' }, '', ['asked', 'not-a-day']],
    ['the day of the session and today', { effect: 'bruising', began: first, gone: last }, first, null],
    ['something else in words', { effect: 'other', note: 'a metallic taste' }, last, null],
  ] as const)('are held against the calendar, each under its own field: %s', (_, effect, asked, problem) => {
    const found = effectProblem(effect, asked, between);
    expect(found === null ? null : [found.field, found.kind]).toEqual(problem);
  });
});

describe('what comes up when the next session is planned', () => {
  const sessions = [listedOn('s-0', '2025-12-01'), listedOn('s-1', '2026-03-02'), listedOn('s-2', '2026-05-26', 0)];
  const next = { id: 's-2', startedAt: '2026-05-26T09:00:00+02:00' };

  it('is nothing before a first session', () => {
    expect(reportsBefore(sampleFile, [], next)).toEqual([]);
    expect(reportsBefore(sampleFile, [listedOn('s-2', '2026-05-26')], next)).toEqual([]);
  });

  it('says that nobody asked after the last session', () => {
    expect(reportsBefore(sampleFile, sessions, next)).toMatchObject([{ day: '2026-03-02', checks: [], effects: [] }]);
  });

  it('is what was reported after the last session, and after the one before it', () => {
    const file = [checkOf('c-0', 's-0', bruise), checkOf('c-1', 's-1', neckPain)].reduce(withCheck, sampleFile);
    expect(reportsBefore(file, sessions, next).map(({ day, effects }) => [day, effects])).toEqual([
      ['2026-03-02', [neckPain]],
      ['2025-12-01', [bruise]],
    ]);
  });

  it('never leaves out an urgent effect, however many sessions ago it was', () => {
    const choked = { id: 'w-1', effect: 'swallowing', sites: [] } as const;
    const all = [listedOn('s-a', '2025-06-02'), listedOn('s-b', '2025-09-01'), ...sessions];
    const told = [checkOf('c-b', 's-b', bruise), checkOf('c-0', 's-0', bruise), checkOf('c-1', 's-1', neckPain)];
    const days = (oldest: SideEffect) =>
      reportsBefore([...told, checkOf('c-a', 's-a', oldest)].reduce(withCheck, sampleFile), all, next).map(
        ({ day }) => day,
      );
    expect(days(choked)).toEqual(['2026-03-02', '2025-12-01', '2025-06-02']);
    // What is not urgent gives way to what is newer.
    expect(days({ ...choked, effect: 'brow-droop' })).toEqual(['2026-03-02', '2025-12-01']);
  });

  it('leaves out a session in which nothing was injected, and one that came later', () => {
    const file = withCheck(sampleFile, checkOf('c-1', 's-1', neckPain));
    const before = { id: 's-x', startedAt: '2026-01-10T09:00:00+01:00' };
    expect(reportsBefore(file, sessions, before)).toMatchObject([{ day: '2025-12-01', checks: [] }]);
    const later = { id: 's-y', startedAt: '2026-08-20T09:00:00+02:00' };
    expect(reportsBefore(file, sessions, later).map(({ day }) => day)).toEqual(['2026-03-02']);
  });
});
