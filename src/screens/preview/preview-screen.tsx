import '../../messages/later';
import { useEffect, useState } from 'react';
import { loadPatientWords } from '../../messages/patient/load';
import type { PatientWords } from '../../messages/patient/words';
import type { PreviewPart } from '../../state/route';
import { useSettings } from '../services';
import page from '../shell/page.module.css';
import { TopBar } from '../shell/top-bar';

type Props = { readonly part: PreviewPart | null; readonly at: string | null };

/** What a patient sees, in the patient's language. */
export function PreviewScreen({ part, at }: Props) {
  const words = usePatientWords();
  return (
    <div className={page['screen']}>
      <TopBar screen="preview" />
      {words !== null && (
        <main className={page['page']} lang={words.language}>
          <h1>{words.say('preview.title')}</h1>
          <p>{[part, at].join(' ')}</p>
        </main>
      )}
    </div>
  );
}

/** What patients read, in the language that was chosen; the one before it until the next was fetched, null before the first. */
function usePatientWords(): PatientWords | null {
  const language = useSettings(({ patientLanguage }) => patientLanguage);
  const [words, setWords] = useState<PatientWords | null>(null);
  useEffect(() => {
    let asked = true;
    void loadPatientWords(language).then((loaded) => {
      if (asked) setWords(loaded);
    });
    return () => {
      asked = false;
    };
  }, [language]);
  return words;
}
