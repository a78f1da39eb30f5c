import '../../../messages/later';
import type { Assessment } from '../../../learn/assessment';
import { wantedOf } from '../../../learn/assessment-task';
import { criterionText } from '../../../state/learn/assessment-text';
import styles from './assessment.module.css';

/** What has to be reached, in words. */
export function PassMarkList({ assessment }: { readonly assessment: Assessment }) {
  return (
    <dl className={styles['marks']}>
      {wantedOf(assessment).map((criterion) => {
        const { name, wanted } = criterionText(criterion, assessment);
        return (
          <div key={criterion.kind}>
            <dt>{name}</dt>
            <dd>{wanted}</dd>
          </div>
        );
      })}
    </dl>
  );
}
