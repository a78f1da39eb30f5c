import '../../../messages/later';
import { useEffect, useRef } from 'react';
import type { Question } from '../../../learn/questions/question';
import { t } from '../../../messages/translate';
import { answerText, askedText } from '../../../state/learn/question-text';
import { Button } from '../../../ui/button';
import { LearnLink } from '../learn-link';
import styles from './drills.module.css';

type Props = {
  readonly asked: number;
  readonly wrong: readonly Question[];
  readonly onStop: () => void;
  readonly onAgain?: () => void;
};

/** How a drill went, and what to look at again. */
export function DrillSummary({ asked, wrong, onStop, onAgain }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const right = asked - wrong.length;
  return (
    <section className={styles['card']}>
      <h2 ref={heading} tabIndex={-1} className={styles['score']}>
        {t('drill.result', { right, of: asked })}
      </h2>
      {wrong.length === 0 ? (
        <p>{t('drill.resultAll')}</p>
      ) : (
        <>
          <h3>{t('drill.toLookAt')}</h3>
          <ul className={styles['missed']}>
            {wrong.map((question) => (
              <li key={question.id}>
                <p>{askedText(question.asked)}</p>
                <b>{answerText(question)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles['actions']}>
        {onAgain !== undefined && (
          <Button tone="primary" size="large" onClick={onAgain}>
            {t('drill.again', { n: asked })}
          </Button>
        )}
        <Button size="large" onClick={onStop}>
          {t(onAgain === undefined ? 'drill.done' : 'drill.otherTopic')}
        </Button>
        <LearnLink to="progress">{t('progress.name')}</LearnLink>
      </div>
    </section>
  );
}
