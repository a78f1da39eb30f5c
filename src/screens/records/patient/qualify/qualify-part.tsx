import '../../../../messages/later';
import type { PatientPartProps } from '../part-props';

export function QualifyPart({ open }: PatientPartProps) {
  return <p>{open.file.patient.label}</p>;
}
