import '../../../../messages/later';
import { useMemo, useState } from 'react';
import { t } from '../../../../messages/translate';
import { judgedText, startHint } from '../../../../state/outcomes/qualify-text';
import { ruleName } from '../../../../state/outcomes/course-response-text';
import { payerSummary } from '../../../../state/outcomes/qualify-summary';
import { qualifyView } from '../../../../state/outcomes/qualify-view';
import { useServices, useSettings } from '../../../services';
import type { PatientPartProps } from '../part-props';
import parts from '../parts.module.css';
import { RuleChoice } from '../rule-choice';
import { CriteriaList } from './criteria-list';
import { HistorySection } from './history-section';
import { OveruseSection } from './overuse-section';
import { PreventivesSection } from './preventives-section';
import styles from './qualify-part.module.css';
import { SummarySheet } from './summary-sheet';

/** Does the patient qualify? Diagnosis and rule criterion by criterion, what only the clinician knows, and a page for the payer. */
export function QualifyPart({ kit, book, open, sessions, unread }: PatientPartProps) {
  const { version } = useServices();
  const by = useSettings(({ injector }) => injector);
  const [now] = useState(kit.now);
  const { file, diary } = open;
  const view = useMemo(() => qualifyView({ file, diary, sessions, unread, now }), [file, diary, sessions, unread, now]);
  const { eligibility, overuse, rule } = view;
  const patient = sessions.at(-1)?.patient ?? file.patient;
  return (
    <div className={styles['part']}>
      <RuleChoice book={book} open={open} />
      <p className={styles['judged']}>{judgedText(eligibility.judgedTo)}</p>
      <div className={styles['columns']}>
        <CriteriaList title={t('qualify.diagnosis')} together={eligibility.diagnosed} criteria={eligibility.diagnosis}>
          <p className={parts['fine']}>{t('qualify.diagnosisHint')}</p>
        </CriteriaList>
        {rule !== null && (
          <CriteriaList
            title={t('qualify.start', { rule: ruleName(rule) })}
            together={eligibility.mayStart}
            criteria={eligibility.start}
          >
            {startHint(rule) !== '' && <p className={parts['fine']}>{startHint(rule)}</p>}
          </CriteriaList>
        )}
        <HistorySection book={book} open={open} />
        <PreventivesSection kit={kit} book={book} open={open} />
      </div>
      <OveruseSection overuse={overuse} />
      <SummarySheet patient={book.patient} summary={payerSummary({ view, file, patient, by, now, version })} />
    </div>
  );
}
