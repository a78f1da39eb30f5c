import '../../../../messages/later';
import { t } from '../../../../messages/translate';
import type { MissingPrice } from '../../../../record/cost';
import page from '../../../shell/page.module.css';
import styles from './cost.module.css';

/** What has to be entered before anything is worked out, each once. Never a price of nothing. */
export function MissingList({ missing }: { readonly missing: readonly MissingPrice[] }) {
  const texts = [...new Set(missing.map(missingText))];
  return (
    <section className={page['card']}>
      <p className={styles['missing']}>{t('cost.missing')}</p>
      <ul className={styles['list']}>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function missingText(missing: MissingPrice): string {
  switch (missing.kind) {
    case 'all':
    case 'unit':
    case 'fee':
      return t(`cost.missing.${missing.kind}`);
    case 'vial':
      return t('cost.missing.vial', { product: missing.product, strength: missing.strength });
    case 'product':
      return t('cost.missing.product', { product: missing.product });
  }
}
