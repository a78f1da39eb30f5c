import type { PatientFact } from '../../../protocol/patient-fact';
import { sourceLanguage } from '../../../protocol/source-language';
import { sources } from '../../../protocol/sources';
import type { PatientWords } from '../../../messages/patient/words';
import { factsOf, type StepId } from '../../../state/preview/steps';
import { usePreview } from '../use-preview';
import styles from './steps.module.css';

/** Where what a step says comes from, and how well it is known: quiet, for who asks. */
export function StepSources({ step }: { readonly step: StepId }) {
  const facts = factsOf(step);
  return facts.length === 0 ? null : <FactSources facts={facts} />;
}

export function FactSources({ facts }: { readonly facts: readonly PatientFact[] }) {
  const { words } = usePreview();
  const groups = gradesOf(facts, words);
  return (
    <details className={styles['sources']}>
      <summary>{words.say('preview.source.title')}</summary>
      <ul>
        {groups.map(({ said, titles }) => (
          <li key={said}>
            {said}
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

type Grade = { readonly said: string; readonly titles: readonly string[] };

function gradesOf(facts: readonly PatientFact[], words: PatientWords): readonly Grade[] {
  const groups = new Map<string, Set<string>>();
  for (const fact of facts) {
    const said = words.say(gradeKey(fact));
    const titles = groups.get(said) ?? new Set();
    for (const id of fact.sources) titles.add(sources[id].title);
    groups.set(said, titles);
  }
  return [...groups].map(([said, titles]) => ({ said, titles: [...titles] }));
}

function gradeKey({ feel, taught, evidence }: PatientFact) {
  if (feel === true) return 'preview.source.feel';
  if (taught === true) return 'preview.source.taught';
  switch (evidence) {
    case 'confirmed':
      return 'preview.source.read';
    case 'weak':
      return 'preview.source.weak';
    case 'derived':
      return 'preview.source.derived';
    case 'unconfirmed':
      return 'preview.source.unconfirmed';
  }
}
