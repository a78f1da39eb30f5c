import '../../../messages/later';
import { Play } from 'lucide-react';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { QuestionsResult } from '../../../learn/assessment';
import { assessmentQuestions } from '../../../learn/assessment-questions';
import type { Attempt } from '../../../learn/exam';
import type { Answered } from '../../../learn/questions/check-answer';
import { say, t } from '../../../messages/translate';
import type { AssessmentDesk } from '../../../state/learn/assessment-desk';
import type { KeptAssessment, KeptCertificate } from '../../../state/learn/assessment-keeping';
import { aboutText } from '../../../state/learn/assessment-text';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { useSigner } from '../../chart/use-signer';
import page from '../../shell/page.module.css';
import { PlacementRun } from '../exam/placement-run';
import styles from './assessment.module.css';
import parts from './parts.module.css';
import { PassMarkList } from './pass-mark-list';
import { QuestionsRun } from './questions-run';

type Props = {
  readonly desk: AssessmentDesk;
  readonly kept: KeptAssessment;
  /** The answers are told here and kept nowhere: a certificate says only how many were right. */
  readonly onDone: (certificate: KeptCertificate, answered: readonly Answered[]) => void;
  readonly onLeave: () => void;
};

/** Who takes it and whose key signs, then the placement, then the certificate. The true sites are shown nowhere on the way. */
export function TakeAssessment({ desk, kept, onDone, onLeave }: Props) {
  const running = useStore(desk.store, (state) => state.running);
  const [placed, setPlaced] = useState<Attempt | null>(null);
  const [answered, setAnswered] = useState<Answers | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Whatever takes the screen away ends the attempt: another screen, or the lock.
  useEffect(() => () => void desk.leave(), [desk]);

  const questions = useMemo(() => assessmentQuestions(kept.assessment), [kept]);
  const finish = (attempt: Attempt, answers: Answers) => {
    setAnswered(answers);
    setProblem(null);
    void desk.finish(attempt, answers.result).then((made) => {
      if (made.ok) onDone(made.value, answers.each);
      else setProblem(say(made.error));
    });
  };
  const { title } = kept.assessment;

  if (running === null && placed === null) return <Begin desk={desk} kept={kept} onLeave={onLeave} />;
  if (running !== null && placed === null)
    return (
      <PlacementRun
        task={running.task}
        title={title}
        needsAll
        onLeave={onLeave}
        onDone={(attempt) => {
          setPlaced(attempt);
          if (questions.length === 0) finish(attempt, noQuestions);
        }}
      />
    );
  if (placed !== null && answered === null && questions.length > 0)
    return (
      <QuestionsRun
        title={title}
        questions={questions}
        onLeave={onLeave}
        onDone={(result, each) => {
          finish(placed, { result, each });
        }}
      />
    );
  return (
    <main className={page['page']}>
      <h1>{title}</h1>
      <p role="status" className={styles['working']}>
        {problem === null ? t('assess.take.scoring') : ''}
      </p>
      <p role="alert" className={page['message']}>
        {problem}
      </p>
      {problem !== null && (
        <div className={styles['buttons']}>
          <Button onClick={onLeave}>{t('assess.take.leave')}</Button>
          <Button
            tone="primary"
            onClick={() => {
              if (placed !== null) finish(placed, answered ?? noQuestions);
            }}
          >
            {t('assess.take.again')}
          </Button>
        </div>
      )}
    </main>
  );
}

type Answers = { readonly result: QuestionsResult; readonly each: readonly Answered[] };
const noQuestions: Answers = { result: { asked: 0, right: 0 }, each: [] };

/** What will be asked, and by whom it is taken and signed. */
function Begin({ desk, kept, onLeave }: Pick<Props, 'desk' | 'kept' | 'onLeave'>) {
  const { assessment } = kept;
  const signer = useSigner();
  const [learner, setLearner] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    if (learner.trim() === '') {
      setProblem(t('assess.take.nameMissing'));
      return;
    }
    setProblem(null);
    const opened = await signer.sign((signing, { profile, pin }) => signing.profiles.open(profile, pin));
    if (opened === null) return;
    const begun = await desk.begin(kept, learner, opened);
    if (!begun.ok) setProblem(say(begun.error));
  };
  return (
    <main className={page['page']}>
      <h1>{t('assess.take.title', { title: assessment.title })}</h1>
      <p className={page['hint']}>{aboutText(assessment)}</p>
      <form className={styles['begin']} noValidate onSubmit={(event) => void begin(event)}>
        <section className={parts['card']}>
          <TextField
            label={t('assess.take.learner')}
            hint={t('assess.take.learnerHint')}
            value={learner}
            maxLength={80}
            autoComplete="off"
            problem={problem}
            onChange={({ target }) => {
              setLearner(target.value);
            }}
          />
          <h2>{t('assess.take.sign')}</h2>
          <p className={styles['hint']}>{t('assess.take.signHint')}</p>
          {signer.fields}
          {signer.alert}
        </section>
        <section className={parts['card']} aria-labelledby="to-pass">
          <h2 id="to-pass">{t('assess.take.passMark')}</h2>
          <PassMarkList assessment={assessment} />
          <p className={styles['hint']}>{t('assess.take.once')}</p>
          <p className={styles['hint']}>{t('assess.limit')}</p>
        </section>
        <div className={styles['buttons']}>
          <Button onClick={onLeave}>{t('action.cancel')}</Button>
          <Button
            tone="primary"
            size="large"
            type="submit"
            disabled={!signer.ready}
            icon={<Play size={17} aria-hidden="true" />}
          >
            {t('assess.take.begin')}
          </Button>
        </div>
      </form>
    </main>
  );
}
