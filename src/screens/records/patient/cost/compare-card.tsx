import '../../../../messages/later';
import { t } from '../../../../messages/translate';
import type { Cost } from '../../../../record/cost';
import { moneyText, unitPriceText } from '../../../../state/outcomes/money-text';
import page from '../../../shell/page.module.css';
import styles from './cost.module.css';

/** What a unit costs beside what it costs all in. */
export function CompareCard({ cost, currency }: { readonly cost: Cost; readonly currency: string }) {
  const { perUnit, drug, fee, allIn } = cost;
  if (perUnit === null) return null;
  return (
    <section className={page['card']} aria-labelledby="cost-compare">
      <h2 id="cost-compare">{t('cost.compare')}</h2>
      <dl className={styles['beside']}>
        <div>
          <dd>{unitPriceText(perUnit.drug, currency)}</dd>
          <dt>{t('cost.perUnit')}</dt>
        </div>
        <div>
          <dd>{unitPriceText(perUnit.allIn, currency)}</dd>
          <dt>{t('cost.allInUnit')}</dt>
        </div>
      </dl>
      <p className={page['hint']}>
        {t('cost.compareHint', {
          allIn: moneyText(allIn, currency),
          drug: moneyText(drug, currency),
          fee: moneyText(fee, currency),
        })}
      </p>
    </section>
  );
}
