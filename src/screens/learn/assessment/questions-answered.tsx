import '../../../messages/later';
import { Check, X } from 'lucide-react';
import type { Answered } from '../../../learn/questions/check-answer';
import { t } from '../../../messages/translate';
import { askedText, givenText, toldAnswer } from '../../../state/learn/question-text';
import styles from './assessment.module.css';
import own from './certificate.module.css';
import parts from './parts.module.css';

/** Each question of an assessment that was just taken: what was answered, and the answer where that was another. */
export function QuestionsAnswered({ answered }: { readonly answered: readonly Answered[] }) {
  return (
    <section className={parts['card']} aria-labelledby="by-question">
      <h2 id="by-question">{t('assess.result.questions')}</h2>
      <p className={styles['hint']}>{t('assess.result.questionsHint')}</p>
      <ul className={own['questions']}>
        {answered.map(({ question, given, right }) => (
          <li key={question.id} data-met={right}>
            {right ? <Check size={17} aria-hidden="true" /> : <X size={17} aria-hidden="true" />}
            <div>
              <p>{askedText(question.asked)}</p>
              <p>
                {t('assess.result.answered', { answer: givenText(question.answer, given) })}{' '}
                <span className="hidden">{t(right ? 'assess.result.correct' : 'assess.result.notCorrect')}</span>
              </p>
              {!right && <b>{toldAnswer(question)}</b>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
