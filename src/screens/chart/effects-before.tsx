import '../../messages/later';
import { t } from '../../messages/translate';
import type { Reports } from '../../outcomes/effects';
import { effectFacts } from '../../protocol/side-effects';
import type { Session } from '../../record/session';
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
  const found = useReports(session);
  if (found === null || session.finishedAt !== undefined) return null;
  const reports = found.kind === 'read' ? found.reports : [];
  if (found.kind === 'read' && reports.length === 0) return null;
  const effects = reports.flatMap((report) => report.effects);
  const urgent = effects.find(({ effect }) => effectFacts(effect).boxed === 'urgent');
  const [last] = reports;
  return (
    <section aria-label={t('effects.before')} className={styles['before']}>
      {onDeviation !== undefined && <h3>{t('effects.before')}</h3>}
      {found.kind === 'unread' && <p>{t('effects.before.unread')}</p>}
      {last !== undefined && last.effects.length === 0 && <NoneReported report={last} />}
      {urgent !== undefined && <UrgentWarning effect={urgent.effect} />}
      {effects.length > 0 && (
        <details open={onDeviation !== undefined}>
          <summary>{reports.filter(hasEffects).map(titleOf).join('. ')}</summary>
          <Advice session={session} reports={reports.filter(hasEffects)} {...(onDeviation && { onDeviation })} />
        </details>
      )}
      {effects.length === 0 && <AllOfIt session={session} asked={last?.checks.length !== 0} />}
    </section>
  );
}

const hasEffects = ({ effects }: Reports): boolean => effects.length > 0;

/** "After 2 Mar 2026: Neck pain or stiffness, left; Bruising". */
const titleOf = ({ day, effects }: Pick<Reports, 'day' | 'effects'>): string =>
  t('effects.before.told', { day: dayText(day), what: effects.map(effectTitle).join('; ') });

/** That nobody asked says nothing of how it was, and is said. */
function NoneReported({ report: { day, checks } }: { readonly report: Reports }) {
  return <p>{t(checks.length === 0 ? 'effects.before.notAsked' : 'effects.before.none', { day: dayText(day) })}</p>;
}

function AllOfIt({ session, asked }: { readonly session: Session; readonly asked: boolean }) {
  return (
    <a href={routeFragment({ screen: 'patient', patient: session.patient.id, part: 'effects' })}>
      {t(asked ? 'effects.before.open' : 'effects.before.ask')}
    </a>
  );
}

type AdviceProps = Props & { readonly reports: readonly Reports[] };

function Advice({ session, reports, onDeviation }: AdviceProps) {
  const { chart } = useServices();
  return (
    <>
      <ul className={styles['reported']}>
        {reports.flatMap(({ day, effects }) =>
          effects.map((effect) => (
            <li key={effect.id}>
              <h4>{titleOf({ day, effects: [effect] })}</h4>
              <p>{effectDetail(effect, dayText)}</p>
              <TechniqueList effect={effect} />
            </li>
          )),
        )}
      </ul>
      <p className={styles['quiet']}>{t('effects.before.nothingChanges')}</p>
      <div className={styles['ways']}>
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
        <AllOfIt session={session} asked />
      </div>
    </>
  );
}
