import type { Patient } from './patient';
import { normalised } from './patient-search';
import type { ListedPatient } from './patients';

/**
 * The patients who may be the one that was typed, under another id: by the record number, or by the label where the births
 * do not contradict each other. Nobody is merged by it: whoever types is asked.
 */
export const alikeTo = (typed: Patient, patients: readonly ListedPatient[]): readonly ListedPatient[] =>
  patients.filter(({ patient }) => patient.id !== typed.id && areAlike(patient, typed));

function areAlike(a: Patient, b: Patient): boolean {
  if (isSame(a.recordNumber, b.recordNumber)) return true;
  return isSame(a.label, b.label) && agree(a.born ?? '', b.born ?? '');
}

const isSame = (a = '', b = ''): boolean => {
  const together = normalised(a).replaceAll(' ', '');
  return together !== '' && together === normalised(b).replaceAll(' ', '');
};

/** A year agrees with a day in it, and what is not recorded with everything. */
const agree = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
