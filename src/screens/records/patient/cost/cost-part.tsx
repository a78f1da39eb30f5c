import '../../../../messages/later';
import type { PatientPartProps } from '../part-props';

export function CostPart({ open }: PatientPartProps) {
  return <p>{open.file.patient.label}</p>;
}
