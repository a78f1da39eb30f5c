import '../../messages/later';
import { t } from '../../messages/translate';
import type { Delivery } from '../../record/stock';
import { dayText } from '../chart/time-text';
import folded from '../../ui/folded.module.css';
import styles from './stock.module.css';

/** What came in and what left unused, the latest first. Nothing that was entered is ever changed. */
export function StockEntries({ entries }: { readonly entries: readonly Delivery[] }) {
  if (entries.length === 0) return null;
  return (
    <details className={`${folded['folded'] ?? ''} ${styles['folded'] ?? ''}`}>
      <summary>{t('stock.entries')}</summary>
      <ol className={styles['entries']}>
        {entries.map(({ id, product, strength, lot, expiry, received, reason = '', at, by }) => (
          <li key={id}>
            <time>{dayText(at)}</time>
            <b>
              {received > 0 ? t('stock.entry.in', { n: received }) : t('stock.entry.out', { n: -received, reason })}
            </b>
            <span>{t('stock.entry', { vial: t('stock.vialOf', { product, strength }), lot, expiry })}</span>
            <em>{by}</em>
          </li>
        ))}
      </ol>
    </details>
  );
}
