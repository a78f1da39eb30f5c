import { t } from '../../messages/translate';
import { useChart, useServices } from '../services';
import { FilledCard } from './filled-card';
import { AddExtraButton } from './site-actions';
import styles from './site-card.module.css';

/** The selected site: where, needle, caution, source, and what can be done with it. */
export function SiteCard() {
  const selected = useChart((s) => s.selected);
  const row = useChart((s) => s.fold.rows.find((r) => r.id === selected));
  const { chart } = useServices();
  return (
    <section aria-label={t('card.name')} className={styles['card']} data-empty={row === undefined}>
      {row === undefined ? (
        <>
          <p>{t('card.none')}</p>
          <AddExtraButton />
        </>
      ) : (
        <FilledCard row={row} site={chart.siteOf(row.id)} />
      )}
    </section>
  );
}
