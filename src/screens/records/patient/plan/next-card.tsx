import '../../../../messages/later';
import { t } from '../../../../messages/translate';
import { type DuePatient, openChecks } from '../../../../outcomes/due-list';
import { decisionNow, isEnd } from '../../../../outcomes/plans';
import { slump } from '../../../../outcomes/schedule';
import { retreatment } from '../../../../protocol/safety-limits';
import type { Day } from '../../../../record/calendar';
import { stateText } from '../../../../state/outcomes/due-text';
import { occasionText } from '../../../../state/outcomes/effect-text';
import { routeFragment } from '../../../../state/route';
import { dayText } from '../../../chart/time-text';
import page from '../../../shell/page.module.css';
import { CalendarChoice } from '../../due/calendar-choice';
import type { PatientPartProps } from '../part-props';
import styles from './plan.module.css';

type Props = PatientPartProps & {
  readonly found: DuePatient | null;
  /** The last treatment, or null. */
  readonly treated: Day | null;
};

/** The day the next session is due, how it was come by, and the checks until then. */
export function NextCard({ book, open, found, treated }: Props) {
  const decision = decisionNow(open.file.plans, treated);
  return (
    <section className={page['card']} aria-labelledby="interval-next">
      <h2 id="interval-next">{t('interval.next')}</h2>
      {found !== null && <Next patient={book.patient} found={found} />}
      {found === null && (
        <p>
          {decision !== null && isEnd(decision)
            ? t('interval.ended', { day: dayText(decision.day), reason: decision.reason })
            : t('interval.none')}
        </p>
      )}
    </section>
  );
}

function Next({ patient, found }: { readonly patient: string; readonly found: DuePatient }) {
  const { due, checks } = found;
  const { plan } = due;
  const weeks = retreatment.days / 7;
  return (
    <>
      <div>
        <p className={styles['due']} data-state={due.state}>
          {t('interval.dueOn', { day: dayText(due.due) })} <span>{stateText(due)}</span>
        </p>
        <p className={page['hint']}>
          {plan === null
            ? t('interval.standard', {
                weeks,
                day: dayText(due.treated),
                grade: t(`evidence.${retreatment.evidence}`),
                sources: retreatment.sources.join(', '),
              })
            : t('interval.planned', {
                weeks: plan.weeks,
                day: dayText(due.treated),
                decided: dayText(plan.day),
                reason: plan.reason,
              })}
          {plan?.units !== undefined && ` ${t('interval.units', { units: plan.units })}`}
          {due.early < due.due && ` ${t('interval.from', { day: dayText(due.early) })}`}{' '}
          {t('interval.slumpFrom', { weeks: slump.weeks, day: dayText(due.slumpFrom) })}
        </p>
      </div>
      <ul className={styles['checks']}>
        {checks.map(({ id, day, state }) => (
          <li key={id} data-state={state}>
            <span>{t('interval.checkOn', { occasion: occasionText(id), day: dayText(day) })}</span>
            <strong>{t(`interval.check.${state}`)}</strong>
          </li>
        ))}
      </ul>
      <div className={styles['row']}>
        <CalendarChoice patients={[found]} label={t('interval.calendar')} />
        {openChecks(found).length > 0 && (
          <a className={styles['link']} href={routeFragment({ screen: 'patient', patient, part: 'effects' })}>
            {t('interval.ask')}
          </a>
        )}
      </div>
    </>
  );
}
