import '../../messages/later';
import { Trash2 } from 'lucide-react';
import { t } from '../../messages/translate';
import type { Session } from '../../record/session';
import type { SigningProblem } from '../../record/signing-problems';
import type { OverriddenRule } from '../../record/visit';
import { override } from '../../record/visit-commands';
import { discard } from '../../state/events';
import { changeVisit } from '../../state/visit-desk';
import { problemText, refusalText } from '../../state/visit-text';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import { FindingsList } from './findings-list';
import styles from './findings-list.module.css';
import { ReasonForm } from './reason-form';

type Props = { readonly session: Session; readonly problems: readonly SigningProblem[] };

/** What is missing for a signature, each with what to do about it; what one press can put right has its button. */
export function SigningProblems({ session, problems }: Props) {
  return (
    <FindingsList
      title={t('finish.missing')}
      clear={t('finish.nothingMissing')}
      items={problems.map((problem) => {
        const { what, todo } = problemText(problem, session.vials);
        return {
          key: JSON.stringify(problem),
          level: 'warn',
          text: what,
          more: (
            <>
              <p className={styles['todo']}>{todo}</p>
              {session.finishedAt === undefined && <Remedy session={session} problem={problem} />}
            </>
          ),
        };
      })}
    />
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
  return (
    <ReasonForm
      action={t('problem.account')}
      send={(reason) => {
        const refused = changeVisit(chart, (visit, stamp) => override(visit, rule, reason, stamp));
        return refused === null ? null : refusalText(refused);
      }}
    />
  );
}
