import type { Headline } from '../../../../state/outcomes/course-headline';
import styles from './headline-list.module.css';

type Props = {
  readonly headlines: readonly Headline[];
  /** Side by side across a card, or one below the other in a narrow column. */
  readonly as: 'row' | 'column';
};

/** What changed, as figures to be read from afar. */
export const HeadlineList = ({ headlines, as }: Props) => (
  <dl className={styles['list']} data-as={as}>
    {headlines.map(({ key, figure, what }) => (
      <div key={key}>
        <dt>{what}</dt>
        <dd>{figure}</dd>
      </div>
    ))}
  </dl>
);
