import '../../../../messages/later';
import type { PatientPartProps } from '../part-props';

export function DiaryPart({ open }: PatientPartProps) {
  return <p>{open.file.patient.label}</p>;
}
