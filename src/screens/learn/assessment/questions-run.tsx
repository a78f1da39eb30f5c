import '../../../messages/later';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { QuestionsResult } from '../../../learn/assessment';
import { type Answered, type Given, isRight } from '../../../learn/questions/check-answer';
import type { Question } from '../../../learn/questions/question';
import { t } from '../../../messages/translate';
import { askedText } from '../../../state/learn/question-text';
import { Button } from '../../../ui/button';
import page from '../../shell/page.module.css';
import { QuestionAnswer } from '../drills/question-answer';
import { ShownSite } from '../drills/shown-site';
import { LeaveDialog, useLeaving } from '../exam/leave-dialog';
import styles from './assessment.module.css';

type Props = {
  readonly title: string;
  readonly questions: readonly Question[];
  readonly onDone: (result: QuestionsResult, answered: readonly Answered[]) => void;
  /** Left without an end: nothing of it counts. */
  readonly onLeave: () => void;
};

/** The questions of an assessment, one after the other. Unlike in a drill nothing is said of an answer, and none is given again. */
export function QuestionsRun({ title, questions, onDone, onLeave }: Props) {
  const leaving = useLeaving();
  const [at, setAt] = useState(0);
  const [answered, setAnswered] = useState<readonly Answered[]>([]);
  const question = questions[at];
  if (question === undefined) return null;
  const isLast = at === questions.length - 1;
  return (
    <main className={page['page']}>
      <h1>{title}</h1>
      <p className={page['hint']}>{t('assess.take.question', { n: at + 1, of: questions.length })}</p>
      <OneQuestion
        key={question.id}
        question={question}
        nextLabel={t(isLast ? 'assess.take.end' : 'assess.take.next')}
        onGiven={(given) => {
          const all = [...answered, { question, given, right: isRight(question.answer, given) }];
          setAnswered(all);
          setAt(at + 1);
          if (isLast) onDone({ asked: questions.length, right: all.filter(({ right }) => right).length }, all);
        }}
      />
      <LeaveDialog leaving={leaving} onLeave={onLeave} />
    </main>
  );
}

type OneProps = {
  readonly question: Question;
  readonly nextLabel: string;
  readonly onGiven: (given: Given) => void;
};

function OneQuestion({ question: { asked, answer }, nextLabel, onGiven }: OneProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [given, setGiven] = useState<Given | null>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given !== null) onGiven(given);
  };
  return (
    <form className={styles['question']} aria-labelledby={id} onSubmit={submit}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {askedText(asked)}
      </h2>
      {asked.kind === 'shown' && <ShownSite site={asked.site} />}
      <QuestionAnswer answer={answer} labelledBy={id} given={given} checked={false} checks={false} onGiven={setGiven} />
      <div className={styles['buttons']}>
        <Button type="submit" tone="primary" size="large" disabled={given === null}>
          {nextLabel}
        </Button>
      </div>
    </form>
  );
}
