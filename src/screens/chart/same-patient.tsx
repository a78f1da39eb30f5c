import '../../messages/later';
import { useEffect, useId, useRef } from 'react';
import { t } from '../../messages/translate';
import type { Patient } from '../../record/patient';
import type { ListedPatient } from '../../record/patients';
import { Button } from '../../ui/button';
import styles from './details-form.module.css';
import { patientFacts, patientName } from './patient-text';

type Props = {
  readonly found: readonly ListedPatient[];
  /** Null: nobody of them. */
  readonly onAnswer: (patient: Patient | null) => void;
};

/** Asked where what was typed may be somebody of an earlier session: two patients are made one only by whoever says so. */
export function SamePatient({ found, onAnswer }: Props) {
  const heading = useId();
  const question = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    question.current?.focus();
    // All of the answers, where they do not fit below.
    question.current?.closest('section')?.scrollIntoView({ block: 'end' });
  }, []);
  return (
    <section aria-labelledby={heading} className={styles['same']}>
      <h3 id={heading} ref={question} tabIndex={-1}>
        {t('details.same')}
      </h3>
      <p>{t('details.sameWhy')}</p>
      {found.map((one) => (
        <Button
          key={one.patient.id}
          wide
          onClick={() => {
            onAnswer(one.patient);
          }}
        >
          {t('details.sameYes', { who: [patientName(one.patient.label), patientFacts(one)].join(', ') })}
        </Button>
      ))}
      <Button
        wide
        onClick={() => {
          onAnswer(null);
        }}
      >
        {t('details.sameNo')}
      </Button>
    </section>
  );
}
