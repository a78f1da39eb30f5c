import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './findings-list.module.css';

/** One thing that stands against something, or is to be known: what it is, and below it what can be done about it. */
type Told = {
  readonly key: string;
  /** `stop` stands in the way of a needle; `warn` does not, or is set aside. */
  readonly level: 'stop' | 'warn';
  readonly text: string;
  readonly more?: ReactNode;
};

type Props = {
  readonly title: string;
  readonly items: readonly Told[];
  /** What is said where there is none. */
  readonly clear: string;
};

/** What stands against the first needle, or against a signature. */
export function FindingsList({ title, items, clear }: Props) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles['findings']}>
      <h3 id={heading}>{title}</h3>
      {items.length === 0 ? (
        <p className={styles['clear']}>
          <CircleCheck size={17} aria-hidden="true" />
          {clear}
        </p>
      ) : (
        <ul>
          {items.map(({ key, level, text, more }) => (
            <li key={key} data-level={level}>
              {level === 'stop' ? (
                <CircleAlert size={17} aria-hidden="true" />
              ) : (
                <TriangleAlert size={17} aria-hidden="true" />
              )}
              <div>
                <p>{text}</p>
                {more}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
