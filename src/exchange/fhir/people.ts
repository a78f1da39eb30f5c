import type { Patient, Practitioner } from 'fhir/r4';
import type { Author } from '../../record/signed-version';
import type { Patient as PatientRecord } from '../../record/patient';
import { conceptOf, field, listed, textOf } from './elements';
import { identifierOf, values } from './identifiers';
import { texts } from './texts';

/** Never more than the record holds of a patient. */
export function patientResource({ id, label, born, recordNumber }: PatientRecord): Patient {
  const [name, number] = [textOf(label), textOf(recordNumber)];
  return {
    resourceType: 'Patient',
    identifier: [
      identifierOf(values.patient(id)),
      ...(number === undefined ? [] : [{ type: { text: texts.recordNumber }, value: number }]),
    ],
    ...listed('name', [name === undefined ? undefined : { text: name }]),
    ...field('birthDate', born),
  };
}

/** A signer, as he or she stands in the version. */
export function practitionerResource({ profile, name, credentials }: Author): Practitioner {
  const [said, degree] = [textOf(name), conceptOf(credentials)];
  return {
    resourceType: 'Practitioner',
    identifier: [identifierOf(values.practitioner(profile))],
    ...listed('name', [said === undefined ? undefined : { text: said }]),
    ...listed('qualification', [degree === undefined ? undefined : { code: degree }]),
  };
}
