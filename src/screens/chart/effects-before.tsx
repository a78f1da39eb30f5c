import '../../messages/later';
import { t } from '../../messages/translate';
import type { Reports } from '../../outcomes/effects';
import { effectFacts } from '../../protocol/side-effects';
import type { Session } from '../../record/session';
import type { SideEffect } from '../../record/side-effects';
import { effectDetail, effectTitle } from '../../state/outcomes/effect-text';
import { routeFragment } from '../../state/route';
import { Button } from '../../ui/button';
import { TechniqueList, UrgentWarning } from '../records/patient/effects/effect-facts-view';
import { useServices } from '../services';
import styles from './effects-before.module.css';
import { dayText } from './time-text';
import { useReports } from './use-reports';

type Props = {
  readonly session: Session;
  /** Leads to where a deviation is recorded; absent where that is another window. */
  readonly onDeviation?: () => void;
};

/**
 * What was reported after the sessions before this one, with the change of technique that the sources suggest. It changes nothing
 * of the plan: a deviation is recorded as ever. Quiet, and there only once it is known.
 */
export function EffectsBefore({ session, onDeviation }: Props) {
  const { chart } = useServices();
  const found = useReports(session);
  if (found === null || session.finishedAt !== undefined) return null;
  const reports = found.kind === 'read' ? found.reports : [];
  if (found.kind === 'read' && reports.length === 0) return null;
  const advised = reports.some(({ effects }) => effects.length > 0);
  return (
    <section aria-label={t('effects.before')} className={styles['before']}>
      <h3>{t('effects.before')}</h3>
      {found.kind === 'unread' && <p>{t('effects.before.unread')}</p>}
      {reports.map((report) => (
        <Report key={report.session.id} report={report} unfolded={onDeviation !== undefined} />
      ))}
      {advised && <p className={styles['quiet']}>{t('effects.before.nothingChanges')}</p>}
      <div className={styles['ways']}>
        {advised && (
          <Button
            onClick={
              onDeviation ??
              (() => {
                chart.begin({ kind: 'preparing' });
              })
            }
          >
            {t('effects.before.deviation')}
          </Button>
        )}
        <a href={routeFragment({ screen: 'patient', patient: session.patient.id, part: 'effects' })}>
          {t(reports[0]?.checks.length === 0 ? 'effects.before.ask' : 'effects.before.open')}
        </a>
      </div>
    </section>
  );
}

type ReportProps = { readonly report: Reports; readonly unfolded: boolean };

function Report({ report: { day, checks, effects }, unfolded }: ReportProps) {
  const after = dayText(day);
  if (effects.length === 0)
    return <p>{t(checks.length === 0 ? 'effects.before.notAsked' : 'effects.before.none', { day: after })}</p>;
  return (
    <ul className={styles['reported']}>
      {effects.map((effect) => (
        <li key={effect.id}>
          <p className={styles['what']}>{t('effects.before.told', { day: after, what: effectTitle(effect) })}</p>
          <p>{effectDetail(effect, dayText)}</p>
          {effectFacts(effect.effect).boxed === 'urgent' && <UrgentWarning effect={effect.effect} />}
          <Sources effect={effect} unfolded={unfolded} />
        </li>
      ))}
    </ul>
  );
}

function Sources({ effect, unfolded }: { readonly effect: SideEffect; readonly unfolded: boolean }) {
  if (effectFacts(effect.effect).technique.length === 0) return <p>{t('effects.noTechnique')}</p>;
  return (
    <details open={unfolded}>
      <summary>{t('effects.before.more')}</summary>
      <TechniqueList effect={effect} />
    </details>
  );
}
