import '../../../../messages/later';
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { t } from '../../../../messages/translate';
import type { Criterion } from '../../../../outcomes/criterion';
import { criterionLine, stateText } from '../../../../state/outcomes/qualify-text';
import parts from '../parts.module.css';
import styles from './qualify-part.module.css';

type Props = {
  readonly title: string;
  readonly together: Criterion['state'];
  readonly criteria: readonly Criterion[];
  /** Said below the heading. */
  readonly children?: React.ReactNode;
};

const icons: Readonly<Record<Criterion['state'], typeof CircleCheck>> = {
  met: CircleCheck,
  'not-met': CircleX,
  'cannot-say': CircleHelp,
};

/** Criteria one by one: met, not met, or what is missing to say. */
export function CriteriaList({ title, together, criteria, children }: Props) {
  return (
    <section className={parts['card']} aria-label={title}>
      <div className={parts['cardHead']}>
        <h2>{title}</h2>
        <State state={together} />
      </div>
      {children}
      <ul className={styles['criteria']}>
        {criteria.map((criterion) => {
          const { id, state, name, found, missing, from } = criterionLine(criterion);
          const Icon = icons[state];
          return (
            <li key={id} data-state={state}>
              <Icon size={20} aria-hidden="true" />
              <div>
                <p className={parts['strong']}>{name}</p>
                {found.map((line) => (
                  <p key={line}>{line}</p>
                ))}
                {missing.length > 0 && (
                  <>
                    <p className={styles['missing']}>{t('qualify.missing')}</p>
                    <ul className={styles['missingList']}>
                      {missing.map((line) => (
                        <li key={line}>{line}</li>
                      ))}
                    </ul>
                  </>
                )}
                <p className={parts['fine']}>{from}</p>
              </div>
              <State state={state} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const State = ({ state }: { readonly state: Criterion['state'] }) => (
  <span className={styles['state']} data-state={state}>
    {stateText(state)}
  </span>
);
