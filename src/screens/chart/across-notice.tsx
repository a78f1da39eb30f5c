import '../../messages/later';
import { TriangleAlert } from 'lucide-react';
import { t } from '../../messages/translate';
import { type Finding, standsInTheWay } from '../../record/finding';
import type { Session } from '../../record/session';
import { findingText } from '../../state/visit-text';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import styles from './across-notice.module.css';
import { useFindings } from './use-findings';

/** What comes from other sessions: nobody can see it on the chart. */
const across: readonly Finding['kind'][] = [
  'vial-elsewhere',
  'cumulative-dose',
  'interval-short',
  'other-toxin',
  'session-from-the-future',
  'history-unread',
  'vial-shared',
];

/** Said at once; the rest is a press away. Chosen: both limits of the paradigm, and a phone still shows the head. */
const most = 2;

/** The limits across sessions, seen while charting by whoever never opens Safety. A rule that was set aside is not told again. */
export function AcrossNotice({ session }: { readonly session: Session }) {
  const { chart } = useServices();
  const findings = useFindings(session).filter(
    (finding) => across.includes(finding.kind) && (finding.level !== 'override' || finding.overridden === null),
  );
  if (session.finishedAt !== undefined) return null;
  const shown = findings.slice(0, most);
  const rest = findings.length - shown.length;
  return (
    <div role="status" className={styles['live']}>
      {findings.length > 0 && (
        <section
          aria-label={t('visit.across')}
          className={styles['notice']}
          data-level={findings.some(standsInTheWay) ? 'stop' : 'warn'}
        >
          <TriangleAlert size={17} aria-hidden="true" />
          <div>
            {shown.map((finding) => (
              <p key={JSON.stringify(finding)}>{findingText(finding, session.vials)}</p>
            ))}
            {rest > 0 && <p>{t('visit.acrossMore', { n: rest })}</p>}
          </div>
          <Button
            onClick={() => {
              chart.begin({ kind: 'preparing' });
            }}
          >
            {t('visit.acrossOpen')}
          </Button>
        </section>
      )}
    </div>
  );
}
