import '../../../messages/later';
import { Check, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { type Given, isRight } from '../../../learn/questions/check-answer';
import { awaitsSignOff, type Question } from '../../../learn/questions/question';
import { t } from '../../../messages/translate';
import { answerText, askedText, toldAnswer } from '../../../state/learn/question-text';
import { Button } from '../../../ui/button';
import { BecauseList } from './because-list';
import { QuestionAnswer } from './question-answer';
import { ShownSite } from './shown-site';
import styles from './drills.module.css';

type Props = {
  readonly question: Question;
  readonly nextLabel: string;
  readonly onAnswered: (right: boolean) => void;
  readonly onNext: () => void;
};

/** A question, its answer by keys or by hand, and what the right answer rests on. */
export function QuestionCard({ question, nextLabel, onAnswered, onNext }: Props) {
  const { asked, answer, because } = question;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const next = useRef<HTMLDivElement>(null);
  const [given, setGiven] = useState<Given | null>(null);
  const [right, setRight] = useState<boolean | null>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  useEffect(() => {
    if (right !== null) next.current?.querySelector('button')?.focus();
  }, [right]);
  const check = () => {
    if (given === null || right !== null) return;
    const is = isRight(answer, given);
    setRight(is);
    onAnswered(is);
  };
  const suggests = question.topic === 'cases' && because.some((one) => awaitsSignOff(one) || one.evidence === 'weak');
  return (
    <section
      aria-labelledby={id}
      className={styles['card']}
      data-head={asked.kind === 'shown'}
      onKeyDown={(event) => {
        // Enter on the question itself: what was chosen by a key is checked by one.
        if (event.key !== 'Enter' || event.target !== heading.current) return;
        // Or the same key would press the button that gets the keyboard now.
        event.preventDefault();
        check();
      }}
    >
      <h2 id={id} ref={heading} tabIndex={-1} className={styles['asked']}>
        {askedText(asked)}
      </h2>
      {asked.kind === 'shown' && <ShownSite site={asked.site} />}
      <form
        className={styles['answer']}
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <QuestionAnswer
          answer={answer}
          labelledBy={id}
          given={given}
          checked={right !== null}
          checks
          onGiven={setGiven}
        />
        <div role="status" className={styles['verdict']} data-right={right}>
          {right !== null && (
            <>
              {right ? <Check size={18} aria-hidden="true" /> : <X size={18} aria-hidden="true" />}
              <p>
                <b>
                  {t(
                    suggests
                      ? right
                        ? 'drill.asSuggested'
                        : 'drill.notSuggested'
                      : right
                        ? 'drill.right'
                        : 'drill.wrong',
                  )}
                </b>{' '}
                {(!right || answer.kind === 'find-row') &&
                  (suggests ? t('drill.suggestIs', { answer: answerText(question) }) : toldAnswer(question))}
              </p>
            </>
          )}
        </div>
        {right !== null && (
          <>
            {suggests && <p className={styles['suggested']}>{t('drill.suggested')}</p>}
            <BecauseList because={because} />
          </>
        )}
        <div ref={next} className={styles['actions']}>
          {right === null ? (
            <Button type="submit" tone="primary" size="large" disabled={given === null}>
              {t('drill.check')}
            </Button>
          ) : (
            <Button tone="primary" size="large" onClick={onNext}>
              {nextLabel}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
