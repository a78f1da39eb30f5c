import '../../../../messages/later';
import { t } from '../../../../messages/translate';
import type { Result } from '../../../../protocol/words';
import type { Cost, MissingPrice } from '../../../../record/cost';
import type { ListedSession } from '../../../../record/listing';
import { dayText } from '../../../chart/time-text';
import page from '../../../shell/page.module.css';
import styles from './cost.module.css';
import { costCells } from './cost-cells';

export type PricedSession = {
  readonly session: ListedSession;
  readonly day: string;
  readonly cost: Result<Cost, readonly MissingPrice[]>;
};

/** Each session with what it cost; one whose price is missing says so. */
export function SessionsTable({
  priced,
  currency,
}: {
  readonly priced: readonly PricedSession[];
  readonly currency: string;
}) {
  return (
    <section className={page['card']} aria-labelledby="cost-sessions">
      <h2 id="cost-sessions">{t('cost.sessions')}</h2>
      <ul className={styles['sessions']}>
        {priced.map(({ session, day, cost }) => (
          <li key={session.id}>
            <h3>{dayText(day)}</h3>
            {cost.ok ? <CostFigures cost={cost.value} currency={currency} /> : <p>{t('cost.missing.short')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function CostFigures({ cost, currency }: { readonly cost: Cost; readonly currency: string }) {
  return (
    <dl className={styles['figures']}>
      {costCells(cost, currency).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
