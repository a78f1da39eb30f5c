import '../../messages/later';
import { t } from '../../messages/translate';
import type { Finding, OverrideFinding } from '../../record/finding';
import { standsInTheWay } from '../../record/finding';
import type { Session } from '../../record/session';
import type { OverriddenRule } from '../../record/visit';
import { override } from '../../record/visit-commands';
import { findingText } from '../../state/visit-text';
import { FindingsList } from './findings-list';
import { ReasonForm } from './reason-form';
import { useFindings } from './use-findings';
import type { Change } from './visit-dialog';
import styles from './visit-dialog.module.css';

/** What stands against the first needle, what can be set aside with a reason, and what is to be known. */
export function VisitFindings({ session, change }: { readonly session: Session; readonly change: Change }) {
  const findings = useFindings(session);
  return (
    <FindingsList
      title={t('visit.findings')}
      clear={t('visit.nothingAgainst')}
      items={findings.map((finding) => ({
        key: JSON.stringify(finding),
        level: levelOf(finding),
        text: findingText(finding, session.vials),
        more: finding.level === 'override' && <SetAside finding={finding} change={change} />,
      }))}
    />
  );
}

/** What can be set aside is no stop, and a rule that was is merely told. */
const levelOf = (finding: Finding): 'stop' | 'warn' =>
  finding.level !== 'override' && standsInTheWay(finding) ? 'stop' : 'warn';

function SetAside({ finding, change }: { readonly finding: OverrideFinding; readonly change: Change }) {
  if (finding.overridden !== null) {
    return <p className={styles['said']}>{t('visit.setAside', { reason: finding.overridden.reason })}</p>;
  }
  const rule: OverriddenRule =
    finding.kind === 'cumulative-dose'
      ? { rule: finding.kind, units: finding.total }
      : { rule: finding.kind, vial: finding.vial };
  return (
    <ReasonForm
      action={t('visit.setRuleAside')}
      send={(reason) => change((one, stamp) => override(one, rule, reason, stamp))}
    />
  );
}
