import type { PatientFact } from '../../../protocol/patient-fact';
import { sourceLanguage } from '../../../protocol/source-language';
import { gradesOf } from '../../../state/preview/grades';
import { usePreview } from '../use-preview';
import styles from './steps.module.css';

/** Where what a page says comes from, and how well it is known: quiet, for who asks. */
export function FactSources({ facts }: { readonly facts: readonly PatientFact[] }) {
  const { words } = usePreview();
  if (facts.length === 0) return null;
  return (
    <details className={styles['sources']}>
      <summary>{words.say('preview.source.title')}</summary>
      <ul>
        {gradesOf(facts, words).map(({ said, signOff, titles }) => (
          <li key={said}>
            <p>{said}</p>
            {signOff !== null && <p>{signOff}</p>}
            {titles.length > 0 && (
              <ul lang={sourceLanguage}>
                {titles.map((title) => (
                  <li key={title}>{title}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {words.language !== sourceLanguage && <p>{words.say('preview.source.language')}</p>}
    </details>
  );
}
