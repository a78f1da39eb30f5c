import { emptyFile, type PatientFile } from '../../src/outcomes/patient-file';
import type { ListedSession } from '../../src/record/listing';
import type { EffectCheck, SideEffect } from '../../src/record/side-effects';
import { units } from '../../src/protocol/words';

export const sampleFile: PatientFile = emptyFile({ id: 'p-1', label: 'K. Sample' });

/** A listed session of the patient; `given` 0: nothing was injected. */
export const listedOn = (id: string, day: string, given = 160): ListedSession => ({
  kind: 'session',
  id,
  patient: { id: 'p-1', label: 'K. Sample' },
  startedAt: `${day}T09:00:00+01:00`,
  signed: true,
  ...(given === 0 ? {} : { firstNeedleAt: `${day}T09:30:00+01:00` }),
  map: 'preempt-2017',
  given: units(given),
  vials: [],
  elsewhere: [],
  otherToxins: [],
  savedAt: `${day}T10:00:00+01:00`,
});

export const checkOf = (id: string, session: string, ...effects: readonly SideEffect[]): EffectCheck => ({
  id,
  session,
  occasion: 'two-weeks',
  day: '2026-03-16',
  effects,
  at: '2026-03-16T10:00:00+01:00',
  by: 'A. Example',
});

export const neckPain: SideEffect = { id: 'n-1', effect: 'neck-pain', sites: ['paraspinal-L-1'], began: '2026-03-04' };
