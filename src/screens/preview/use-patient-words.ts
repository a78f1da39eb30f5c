import { useEffect, useState } from 'react';
import { loadPatientWords } from '../../messages/patient/load';
import type { PatientWords } from '../../messages/patient/words';
import { useSettings } from '../services';

/** What patients read, in the language that was chosen; the one before it until the next was fetched, null before the first. */
export function usePatientWords(): PatientWords | null {
  const language = useSettings(({ patientLanguage }) => patientLanguage);
  const [words, setWords] = useState<PatientWords | null>(null);
  useEffect(() => {
    let asked = true;
    void loadPatientWords(language).then(
      (loaded) => {
        if (asked) setWords(loaded);
      },
      () => undefined,
    );
    return () => {
      asked = false;
    };
  }, [language]);
  return words;
}
