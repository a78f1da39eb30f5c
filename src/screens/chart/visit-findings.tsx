import '../../messages/later';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { t } from '../../messages/translate';
import type { Finding, OverrideFinding } from '../../record/finding';
import type { Session } from '../../record/session';
import type { OverriddenRule } from '../../record/visit';
import { override } from '../../record/visit-commands';
import { findingText } from '../../state/visit-text';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useFindings } from './use-findings';
import type { Change } from './visit-dialog';
import styles from './visit-dialog.module.css';

/** What stands against the first needle, what can be set aside with a reason, and what is to be known. */
export function VisitFindings({ session, change }: { readonly session: Session; readonly change: Change }) {
  const findings = useFindings(session);
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles['findings']}>
      <h3 id={heading}>{t('visit.findings')}</h3>
      {findings.length === 0 ? (
        <p className={styles['clear']}>
          <CircleCheck size={17} aria-hidden="true" />
          {t('visit.nothingAgainst')}
        </p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <li key={JSON.stringify(finding)} data-level={levelOf(finding)}>
              {finding.level === 'stop' ? (
                <CircleAlert size={17} aria-hidden="true" />
              ) : (
                <TriangleAlert size={17} aria-hidden="true" />
              )}
              <div>
                <p>{findingText(finding, session.vials)}</p>
                {finding.level === 'override' && <SetAside finding={finding} change={change} />}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A rule that was set aside is told, and stands against nothing any more. */
const levelOf = (finding: Finding): string =>
  finding.level === 'override' && finding.overridden !== null ? 'warn' : finding.level;

function SetAside({ finding, change }: { readonly finding: OverrideFinding; readonly change: Change }) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  if (finding.overridden !== null) {
    return <p className={styles['said']}>{t('visit.setAside', { reason: finding.overridden.reason })}</p>;
  }
  const rule: OverriddenRule =
    finding.kind === 'cumulative-dose'
      ? { rule: finding.kind, units: finding.total }
      : { rule: finding.kind, vial: finding.vial };
  return (
    <form
      className={styles['setAside']}
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(change((one, stamp) => override(one, rule, reason, stamp)));
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
      <Button type="submit">{t('visit.setRuleAside')}</Button>
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
    </form>
  );
}
