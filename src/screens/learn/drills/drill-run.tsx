import '../../../messages/later';
import { useState } from 'react';
import type { Question } from '../../../learn/questions/question';
import { t } from '../../../messages/translate';
import { Button } from '../../../ui/button';
import { useLearning } from '../use-learning';
import { DrillSummary } from './drill-summary';
import { QuestionCard } from './question-card';
import styles from './drills.module.css';

type Props = {
  readonly questions: readonly Question[];
  readonly onStop: () => void;
  /** Another drill of the same; absent where there is none. */
  readonly onAgain?: () => void;
};

/** One question after the other, each answer kept as it is given, then what came of it. */
export function DrillRun({ questions, onStop, onAgain }: Props) {
  const { desk } = useLearning();
  const [at, setAt] = useState(0);
  const [wrong, setWrong] = useState<readonly Question[]>([]);
  const question = questions[at];
  if (question === undefined)
    return (
      <DrillSummary
        asked={questions.length}
        wrong={wrong}
        onStop={onStop}
        {...(onAgain === undefined ? {} : { onAgain })}
      />
    );
  const last = at === questions.length - 1;
  return (
    <>
      <div className={styles['place']}>
        <p>{t('drill.count', { n: at + 1, of: questions.length })}</p>
        <div className={styles['track']} aria-hidden="true">
          <i style={{ width: `${(100 * at) / questions.length}%` }} />
        </div>
        <Button tone="quiet" onClick={onStop}>
          {t('drill.stop')}
        </Button>
      </div>
      <QuestionCard
        key={`${question.id} ${at}`}
        question={question}
        nextLabel={t(last ? 'drill.finish' : 'drill.next')}
        onAnswered={(right) => {
          // What cannot be kept is said above, and goes on being shown.
          void desk.addReviews([{ card: question.card, rating: right ? 'good' : 'again' }]);
          if (!right) setWrong([...wrong, question]);
        }}
        onNext={() => {
          setAt(at + 1);
        }}
      />
    </>
  );
}
