import '../../../../messages/later';
import { useEffect, useState } from 'react';
import { loadPatientWords } from '../../../../messages/patient/load';
import type { PatientWords } from '../../../../messages/patient/words';
import { t } from '../../../../messages/translate';
import { DiaryEditor } from '../../../diary/diary-editor';
import { DiaryFiles } from '../../../diary/diary-files';
import type { PatientPartProps } from '../part-props';

/** The patient's diary, as the practice fills it in or looks at it. */
export function DiaryPart({ kit, book, open, sessions }: PatientPartProps) {
  const words = useEnglish();
  if (words === null) return <p>{t('patient.loading')}</p>;
  const patient = sessions.at(-1)?.patient ?? open.file.patient;
  return (
    <>
      <DiaryEditor kit={kit} book={book} open={open} words={words} />
      <DiaryFiles kit={kit} book={book} open={open} words={words} patient={patient} />
    </>
  );
}

/** The practice reads English, whatever its patients read. */
function useEnglish(): PatientWords | null {
  const [words, setWords] = useState<PatientWords | null>(null);
  useEffect(() => {
    let asked = true;
    void loadPatientWords('en').then((loaded) => {
      if (asked) setWords(loaded);
    });
    return () => {
      asked = false;
    };
  }, []);
  return words;
}
