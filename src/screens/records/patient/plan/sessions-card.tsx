import '../../../../messages/later';
import { t } from '../../../../messages/translate';
import { treatmentsOf } from '../../../../outcomes/treatments';
import { injectedDay } from '../../../../outcomes/effects';
import { intervalsOf } from '../../../../outcomes/schedule';
import type { ListedSession } from '../../../../record/listing';
import { routeFragment } from '../../../../state/route';
import { dayText } from '../../../chart/time-text';
import page from '../../../shell/page.module.css';
import styles from './plan.module.css';

/** Each session that held an injection: how long after the one before, and what was given. */
export function SessionsCard({ sessions }: { readonly sessions: readonly ListedSession[] }) {
  const treatments = treatmentsOf(sessions).flatMap((session) => {
    const day = injectedDay(session);
    return day === null ? [] : [{ session, day }];
  });
  const before = new Map(intervalsOf(treatments.map(({ day }) => day)).map(({ to, days }) => [to, days]));
  if (treatments.length === 0) return null;
  return (
    <section className={page['card']} aria-labelledby="interval-history">
      <h2 id="interval-history">{t('interval.history')}</h2>
      <table className={styles['history']} aria-labelledby="interval-history">
        <thead>
          <tr>
            <th scope="col">{t('interval.cycle')}</th>
            <th scope="col">{t('interval.session')}</th>
            <th scope="col">{t('interval.days')}</th>
            <th scope="col">{t('interval.given')}</th>
          </tr>
        </thead>
        <tbody>
          {treatments.map(({ session, day }, n) => (
            <tr key={session.id}>
              <td>{n + 1}</td>
              <th scope="row">
                <a href={routeFragment({ screen: 'chart', session: session.id })}>{dayText(day)}</a>
                {!session.signed && <span className={styles['unsigned']}> {t('interval.unsigned')}</span>}
              </th>
              <td>{sinceText(before.get(day))}</td>
              <td>{t('ledger.units', { units: session.given })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const sinceText = (days: number | undefined): string =>
  days === undefined ? t('interval.first') : t('interval.daysOf', { days, weeks: (days / 7).toFixed(1) });
