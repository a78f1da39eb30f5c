import '../../../messages/later';
import type { Because } from '../../../learn/questions/question';
import { t } from '../../../messages/translate';
import { becauseTold } from '../../../state/learn/question-text';
import styles from './drills.module.css';

/** What an answer rests on: each statement with how well it is supported and where it was read. */
export function BecauseList({ because }: { readonly because: readonly Because[] }) {
  return (
    <section aria-label={t('drill.because')} className={styles['because']}>
      <h3>{t('drill.because')}</h3>
      <ul>
        {because.map(becauseTold).map(({ text, sources, grade, awaits }) => (
          <li key={text}>
            <p>{text}</p>
            <p className={styles['grade']} data-awaits={awaits}>
              {[...sources.map(({ id }) => id), grade].join(' · ')}
            </p>
            {sources.length > 0 && (
              <details>
                <summary>{t('drill.sources', { n: sources.length })}</summary>
                <ul>
                  {sources.map(({ id, title }) => (
                    <li key={id}>
                      {id}: {title}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
