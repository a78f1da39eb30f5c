import '../../../../messages/later';
import { useId, useState } from 'react';
import { t } from '../../../../messages/translate';
import {
  type HistoryQuestion,
  historyQuestions,
  isMonthOrDay,
  withAnswer,
  withChronicSince,
} from '../../../../state/outcomes/qualify-changes';
import { TextField } from '../../../../ui/field';
import { Segmented } from '../../../../ui/segmented';
import type { PatientPartProps } from '../part-props';
import parts from '../parts.module.css';
import styles from './qualify-part.module.css';

type Props = Pick<PatientPartProps, 'book' | 'open'>;

/** What no diary can tell, as the clinician knows it. Each answer is kept as it is given. */
export function HistorySection({ book, open: { file } }: Props) {
  const title = useId();
  return (
    <section className={parts['card']} aria-labelledby={title}>
      <h2 id={title}>{t('qualify.history')}</h2>
      <ChronicSince
        key={file.history.chronicSince ?? ''}
        since={file.history.chronicSince ?? ''}
        onKeep={(since) => void book.changeFile((now) => withChronicSince(now, since))}
      />
      {historyQuestions.map((question) => (
        <Question
          key={question}
          question={question}
          answer={file.history[question] ?? 'not-asked'}
          onAnswer={(answer) => void book.changeFile((now) => withAnswer(now, question, answer))}
        />
      ))}
    </section>
  );
}

type SinceProps = { readonly since: string; readonly onKeep: (since: string) => void };

function ChronicSince({ since, onKeep }: SinceProps) {
  const [typed, setTyped] = useState(since);
  const [wrong, setWrong] = useState(false);
  const keep = () => {
    const text = typed.trim();
    const fine = text === '' || isMonthOrDay(text);
    setWrong(!fine);
    if (fine && text !== since) onKeep(text);
  };
  return (
    <form
      className={styles['since']}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextField
        label={t('qualify.chronicSince')}
        hint={t('qualify.monthHint')}
        autoComplete="off"
        value={typed}
        problem={wrong ? t('qualify.monthWrong') : null}
        onBlur={keep}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
    </form>
  );
}

type QuestionProps = {
  readonly question: HistoryQuestion;
  readonly answer: 'yes' | 'no' | 'not-asked';
  readonly onAnswer: (answer: 'yes' | 'no' | null) => void;
};

function Question({ question, answer, onAnswer }: QuestionProps) {
  const label = t(`qualify.ask.${question}`);
  return (
    <div className={styles['question']}>
      <p aria-hidden="true">{label}</p>
      <Segmented
        label={label}
        value={answer}
        onChange={(chosen) => {
          if (chosen !== answer) onAnswer(chosen === 'not-asked' ? null : chosen);
        }}
        options={[
          { value: 'yes', label: t('qualify.yes') },
          { value: 'no', label: t('qualify.no') },
          { value: 'not-asked', label: t('qualify.notAsked') },
        ]}
      />
    </div>
  );
}
