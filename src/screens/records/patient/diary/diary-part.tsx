import '../../../../messages/later';
import { useEffect, useState } from 'react';
import { practiceLanguage } from '../../../../messages/patient/languages';
import { loadPatientWords } from '../../../../messages/patient/load';
import type { PatientWords } from '../../../../messages/patient/words';
import { t } from '../../../../messages/translate';
import { DiaryEditor } from '../../../diary/diary-editor';
import { DiaryFiles } from '../../../diary/diary-files';
import type { PatientPartProps } from '../part-props';

/** The patient's diary, as the practice fills it in or looks at it. */
export function DiaryPart({ kit, book, open, sessions }: PatientPartProps) {
  const words = usePracticeWords();
  if (words === null) return <p>{t('patient.loading')}</p>;
  const patient = sessions.at(-1)?.patient ?? open.file.patient;
  return (
    <>
      <DiaryEditor kit={kit} book={book} open={open} words={words} />
      <DiaryFiles kit={kit} book={book} open={open} words={words} patient={patient} />
    </>
  );
}

/** The practice reads its own language, whatever its patients read. */
function usePracticeWords(): PatientWords | null {
  const [words, setWords] = useState<PatientWords | null>(null);
  useEffect(() => {
    let asked = true;
    void loadPatientWords(practiceLanguage).then((loaded) => {
      if (asked) setWords(loaded);
    });
    return () => {
      asked = false;
    };
  }, []);
  return words;
}
