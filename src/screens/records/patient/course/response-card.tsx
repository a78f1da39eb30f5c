import '../../../../messages/later';
import { useId } from 'react';
import { t } from '../../../../messages/translate';
import type { Score } from '../../../../outcomes/scores';
import { headlines } from '../../../../state/outcomes/course-headline';
import { verdictText } from '../../../../state/outcomes/course-response-text';
import { withheldText } from '../../../../state/outcomes/course-sessions';
import { positiveStopText } from '../../../../state/outcomes/course-stop-text';
import type { CourseView } from '../../../../state/outcomes/course-view';
import parts from '../parts.module.css';
import { SaidBox } from '../said-box';
import styles from './course-part.module.css';
import { HeadlineList } from './headline-list';

type Props = { readonly view: CourseView; readonly scores: readonly Score[] };

/** The answer before all figures: what changed, and what the chosen rule says of it. */
export function ResponseCard({ view, scores }: Props) {
  const title = useId();
  const { rule, verdict, positiveStop } = view;
  const chosen = rule === null || verdict === null ? null : verdictText(verdict, rule.id);
  const said = withheldText(view) ?? chosen;
  const stop = rule === null || positiveStop === null ? null : positiveStopText(positiveStop, rule.id);
  const figures = headlines(view, scores);
  return (
    <section className={parts['card']} aria-labelledby={title}>
      <h2 id={title}>{t('response.title')}</h2>
      {figures.length > 0 && <HeadlineList headlines={figures} as="row" />}
      <div className={styles['said']}>
        {said === null ? (
          <SaidBox said={{ tone: 'open', title: t('response.chooseRule'), lines: [], from: '' }} />
        ) : (
          <SaidBox said={said} />
        )}
        {stop !== null && <SaidBox said={stop} />}
      </div>
    </section>
  );
}
