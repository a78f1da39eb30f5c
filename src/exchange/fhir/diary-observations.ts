import type { Bundle, BundleEntry, CodeableConcept, Observation, ObservationComponent, Reference } from 'fhir/r4';
import type { Diary } from '../../outcomes/diary';
import { acuteIds, type Attack, type DiaryDay, featureIds, missedIds } from '../../outcomes/diary-day';
import { hadFeature, missedOut, tookClass, type Told } from '../../outcomes/diary-asked';
import type { Patient } from '../../record/patient';
import { codeSystems, notAskedValue } from './codes';
import { classConcept, diaryConcept, featureConcept, missedConcept } from './diary-codes';
import { listed, note } from './elements';
import { identifierOf, searchFor, values } from './identifiers';
import { patientResource } from './people';

/**
 * A diary as a Bundle of Observations, one for each recorded day: a day that was not recorded is not in it. Whoever has a record is in
 * it as a Patient, and the Bundle is a transaction that can be posted again and again; a diary of nobody's record (`patient`
 * null) is a collection. `uuid` gives each entry the address by which the others refer to it.
 */
export function diaryBundle(diary: Diary, patient: Patient | null, uuid: () => string): Bundle {
  if (patient === null) {
    const subject = { display: 'The patient who kept the diary' };
    const entry = diary.days.map((day) => ({ fullUrl: `urn:uuid:${uuid()}`, resource: dayResource(day, subject) }));
    return { resourceType: 'Bundle', type: 'collection', ...listed('entry', entry) };
  }
  const value = values.patient(patient.id);
  const fullUrl = `urn:uuid:${uuid()}`;
  const person: BundleEntry = {
    fullUrl,
    resource: patientResource(patient),
    request: { method: 'POST', url: 'Patient', ifNoneExist: searchFor('identifier', value) },
  };
  const days = diary.days.map((day): BundleEntry => {
    const own = values.diaryDay(diary.patient, day.day);
    return {
      fullUrl: `urn:uuid:${uuid()}`,
      resource: { ...dayResource(day, { reference: fullUrl }), identifier: [identifierOf(own)] },
      request: { method: 'PUT', url: `Observation?${searchFor('identifier', own)}` },
    };
  });
  return { resourceType: 'Bundle', type: 'transaction', entry: [person, ...days] };
}

/** A day. Its headaches are in it, since they have no life of their own: a day sent again brings them all anew. */
function dayResource(day: DiaryDay, subject: Reference): Observation {
  const attacks = day.attacks.map((attack, i) => attackResource(attack, `headache-${String(i + 1)}`, day.day, subject));
  return {
    resourceType: 'Observation',
    ...listed('contained', attacks),
    status: 'final',
    code: diaryConcept('headache-day'),
    subject,
    effectiveDateTime: day.day,
    valueBoolean: day.attacks.length > 0,
    ...listed('note', [note(day.note)]),
    ...listed(
      'hasMember',
      attacks.map(({ id }) => ({ reference: `#${id}` })),
    ),
    component: [
      ...(day.attacks.length === 0 ? [] : [worst(day.attacks), hours(sumOf(day.attacks))]),
      ...each(
        acuteIds.map((one) => [classConcept(one), tookClass(day, one)]),
        diaryConcept('acute'),
      ),
      ...each(
        missedIds.map((one) => [missedConcept(one), missedOut(day, one)]),
        diaryConcept('missed'),
      ),
    ],
  };
}

const attackResource = (attack: Attack, id: string, day: string, subject: Reference): Observation & { id: string } => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: diaryConcept('headache'),
  subject,
  effectiveDateTime: day,
  component: [
    attack.severity === null
      ? absent(diaryConcept('severity'))
      : { code: diaryConcept('severity'), valueInteger: attack.severity },
    hours(attack.hours),
    ...each(
      featureIds.map((one) => [featureConcept(one), hadFeature(attack, one)]),
      diaryConcept('features'),
    ),
  ],
});

/** The worst of several is known where all of them are, or where one is as bad as can be. */
function worst(attacks: readonly Attack[]): ObservationComponent {
  const all = attacks.flatMap(({ severity }) => severity ?? []);
  const code = diaryConcept('worst-severity');
  return all.length === attacks.length || all.includes(3) ? { code, valueInteger: Math.max(...all) } : absent(code);
}

const sumOf = (attacks: readonly Attack[]): number | null =>
  attacks.reduce<number | null>((sum, one) => (sum === null || one.hours === null ? null : sum + one.hours), 0);

/** No code of the unit was confirmed: it stands in words. */
const hours = (value: number | null): ObservationComponent =>
  value === null
    ? absent(diaryConcept('hours'))
    : { code: diaryConcept('hours'), valueQuantity: { value, unit: 'hours' } };

/** Yes or no of each that was asked; one component that says so where nothing was, and the same of each that was left out of the question. */
function each(answers: readonly (readonly [CodeableConcept, Told])[], all: CodeableConcept): ObservationComponent[] {
  if (answers.every(([, told]) => told === null)) return [absent(all)];
  return answers.map(([code, told]) => (told === null ? absent(code) : { code, valueBoolean: told }));
}

/** Never a zero, and never a no. */
const absent = (code: CodeableConcept): ObservationComponent => ({
  code,
  dataAbsentReason: { coding: [{ system: codeSystems.dataAbsent, ...notAskedValue }] },
});
