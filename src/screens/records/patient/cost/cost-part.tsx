import '../../../../messages/later';
import { t } from '../../../../messages/translate';
import { injectedDay } from '../../../../outcomes/effects';
import { treatmentsOf } from '../../../../outcomes/treatments';
import { costOf } from '../../../../record/cost';
import { routeFragment } from '../../../../state/route';
import { usePractice } from '../../../services';
import page from '../../../shell/page.module.css';
import type { PatientPartProps } from '../part-props';
import { CompareCard } from './compare-card';
import { MissingList } from './missing-list';
import { PlannedCard } from './planned-card';
import { type PricedSession, SessionsTable } from './sessions-table';

/** What the sessions of a patient cost by the prices of the practice, and what a planned one would. */
export function CostPart(props: PatientPartProps) {
  const { sessions } = props;
  const prices = usePractice((practice) => practice.prices);
  const priced = treatmentsOf(sessions)
    .toReversed()
    .flatMap((session): PricedSession[] => {
      const day = injectedDay(session);
      return day === null ? [] : [{ session, day, cost: costOf(session.vials, prices) }];
    });
  const [last] = priced;
  const missing = priced.flatMap(({ cost }) => (cost.ok ? [] : cost.error));
  return (
    <>
      <p className={page['hint']}>
        {t('cost.intro')} <a href={routeFragment({ screen: 'settings' })}>{t('cost.enter')}</a>
      </p>
      {prices === undefined ? (
        <MissingList missing={[{ kind: 'all' }]} />
      ) : (
        <>
          {missing.length > 0 && <MissingList missing={missing} />}
          {last?.cost.ok === true && <CompareCard cost={last.cost.value} currency={prices.currency} />}
          <PlannedCard {...props} prices={prices} />
          {priced.length === 0 ? (
            <p className={page['card']}>{t('cost.noSessions')}</p>
          ) : (
            <SessionsTable priced={priced} currency={prices.currency} />
          )}
        </>
      )}
    </>
  );
}
