import '../../../messages/later';
import { t } from '../../../messages/translate';
import { awaitsSignOff, type Statement, type Topic } from '../../../learn/statements';
import { published } from '../../../protocol/paradigm';
import { type SourceId, sources } from '../../../protocol/sources';
import { paradigmText } from '../../../state/learn/tour-text';
import styles from './tour-statements.module.css';

/** Topics that share a step are headed apart. */
const headed = ['action', 'nerve', 'needle', 'depth'] as const satisfies readonly Topic[];
type Headed = (typeof headed)[number];
const isHeaded = (topic: Topic): topic is Headed => headed.some((one) => one === topic);

/** What is told at a step, each statement with its sources or as a convention, and whether it awaits sign-off. */
export function TourStatements({ statements }: { readonly statements: readonly Statement[] }) {
  const topics = [...new Set(statements.map(({ topic }) => topic))];
  const cited = [...new Set(statements.flatMap((statement) => statement.sources))];
  return (
    <>
      {topics.map((topic) => (
        <div key={topic} className={styles['topic']}>
          {isHeaded(topic) && <h3>{t(`tour.topic.${topic}`)}</h3>}
          <ul>
            {statements
              .filter((statement) => statement.topic === topic)
              .map((statement) => (
                <li key={statement.id} data-statement={statement.id}>
                  <p>{statement.text}</p>
                  <Mark statement={statement} />
                </li>
              ))}
          </ul>
        </div>
      ))}
      {cited.length > 0 && <Sources ids={cited} />}
    </>
  );
}

/** What the tour is about: the paradigm and its extras, with what says so. */
export function TourParadigm() {
  return (
    <div className={styles['paradigm']}>
      <p>{paradigmText()}</p>
      <Mark statement={{ ...published, convention: false }} />
    </div>
  );
}

type Marked = Pick<Statement, 'convention' | 'evidence' | 'sources'>;

function Mark({ statement }: { readonly statement: Marked }) {
  const { convention, evidence, sources: cited } = statement;
  const grade = t(`evidence.${evidence}`);
  return (
    <p className={styles['mark']}>
      <span>{convention ? t('tour.convention') : cited.join(', ')}</span>
      {awaitsSignOff(statement) ? (
        <span data-tone="warn">{t('tour.signOff', { grade })}</span>
      ) : (
        <span data-tone="ok">{grade}</span>
      )}
    </p>
  );
}

function Sources({ ids }: { readonly ids: readonly SourceId[] }) {
  return (
    <details className={styles['sources']}>
      <summary>{t('tour.sources')}</summary>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            {id}: {sources[id].title}
          </li>
        ))}
      </ul>
    </details>
  );
}
