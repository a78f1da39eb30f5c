import '../../messages/later';
import { CircleAlert, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { t } from '../../messages/translate';
import type { Session } from '../../record/session';
import type { SigningProblem } from '../../record/signing-problems';
import type { OverriddenRule } from '../../record/visit';
import { override } from '../../record/visit-commands';
import { discard } from '../../state/events';
import { changeVisit } from '../../state/visit-desk';
import { problemText, refusalText } from '../../state/visit-text';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useServices } from '../services';
import form from './form.module.css';
import styles from './signing.module.css';

type Props = { readonly session: Session; readonly problems: readonly SigningProblem[] };

/** What is missing for a signature, each with what to do about it; what one press can put right has its button. */
export function SigningProblems({ session, problems }: Props) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles['problems']}>
      <h3 id={heading}>{t('finish.missing')}</h3>
      <ul>
        {problems.map((problem) => {
          const { what, todo } = problemText(problem, session.vials);
          return (
            <li key={JSON.stringify(problem)}>
              <CircleAlert size={17} aria-hidden="true" />
              <div>
                <p>{what}</p>
                <p className={styles['todo']}>{todo}</p>
                {session.finishedAt === undefined && <Remedy session={session} problem={problem} />}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Remedy({ session, problem }: { readonly session: Session; readonly problem: SigningProblem }) {
  const { chart } = useServices();
  if (problem.kind === 'vial-unbalanced' && problem.left > 0) {
    const { vial, left } = problem;
    const number = session.vials.findIndex((one) => one.id === vial) + 1;
    return (
      <Button
        icon={<Trash2 size={17} aria-hidden="true" />}
        onClick={() => {
          discard(chart, { amount: left, vial });
        }}
      >
        {session.vials.length === 1
          ? t('finish.discard', { units: left })
          : t('finish.discardFrom', { units: left, vial: t('vials.one', { number }) })}
      </Button>
    );
  }
  if (problem.kind === 'account-missing') {
    const { finding } = problem;
    if (finding.kind === 'check-blocks')
      return <Account rule={{ rule: 'given-despite-check', check: finding.check }} />;
    if (finding.kind === 'vial-expired')
      return <Account rule={{ rule: 'given-from-expired-vial', vial: finding.vial }} />;
  }
  return null;
}

/** What should not have been given and was: the record says so, with the reason. */
function Account({ rule }: { readonly rule: OverriddenRule }) {
  const { chart } = useServices();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className={styles['account']}
      onSubmit={(event) => {
        event.preventDefault();
        const refused = changeVisit(chart, (visit, stamp) => override(visit, rule, reason, stamp));
        setProblem(refused === null ? null : refusalText(refused));
      }}
    >
      <TextField
        label={t('visit.reason')}
        value={reason}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <Button type="submit">{t('problem.account')}</Button>
      <p role="alert" className={form['problem']}>
        {problem}
      </p>
    </form>
  );
}
