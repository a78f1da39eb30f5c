import { diaryCsv } from '../../exchange/diary-csv';
import { diaryBundle } from '../../exchange/fhir/diary-observations';
import type { Diary } from '../../outcomes/diary';
import type { Day } from '../../record/calendar';
import type { Patient } from '../../record/patient';

export type DiaryFile = { readonly name: string; readonly content: string; readonly type: string };

/** A diary as a file. Its name says the day and what it is, nothing about anybody. `uuid` makes a UUID. */
export function diaryFile(
  format: 'csv' | 'fhir',
  diary: Diary,
  { patient, today, uuid }: { readonly patient: Patient | null; readonly today: Day; readonly uuid: () => string },
): DiaryFile {
  return format === 'csv'
    ? { name: `headache-diary-${today}.csv`, content: diaryCsv(diary), type: 'text/csv;charset=utf-8' }
    : {
        name: `headache-diary-${today}.fhir.json`,
        content: `${JSON.stringify(diaryBundle(diary, patient, uuid), null, 2)}\n`,
        type: 'application/fhir+json',
      };
}
