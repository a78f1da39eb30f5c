import { t } from '../../messages/translate';
import { mlOf } from '../../ledger/vial';
import { startingVial } from '../../protocol/paradigm';
import { useChart } from '../services';
import panel from './dose-panel.module.css';
import styles from './vial-balance.module.css';

/** What left the vial, what is still planned from it, and what will be discarded. */
export function VialBalance() {
  const totals = useChart((s) => s.fold.totals);
  const vial = useChart((s) => s.session?.vials[0]) ?? startingVial;
  const drawn = totals.byVial.get(vial.id)?.drawn ?? 0;
  const open = totals.planned - totals.given;
  const left = vial.strength - drawn;
  const discard = Math.max(0, left - open);
  const lines = [
    ['ledger.drawn', drawn],
    ['ledger.stillPlanned', open],
    ['ledger.left', left],
    ['ledger.discard', discard],
  ] as const;
  const share = (units: number) => `${String((100 * units) / vial.strength)}%`;
  return (
    <div className={panel['section']}>
      <div className={panel['title']}>
        <h2>{t('ledger.vial')}</h2>
        <span>{t('ledger.vialHead', { units: vial.strength, ml: vial.diluentMl.toFixed(1) })}</span>
      </div>
      <dl className={styles['balance']}>
        {lines.map(([key, units]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              <b>{t('ledger.units', { units })}</b> <span>{mlOf(vial, units).toFixed(1)} mL</span>
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles['vial']} aria-hidden="true">
        <div className={styles['body']}>
          <i data-kind="drawn" style={{ width: share(drawn) }} />
          <i data-kind="open" style={{ width: share(Math.min(open, left)) }} />
          <i data-kind="rest" style={{ width: share(discard) }} />
        </div>
        <div className={styles['ticks']}>
          {Array.from({ length: Math.round(vial.diluentMl) + 1 }, (_, ml) => (
            <span key={ml.toString()}>{ml.toFixed(1)}</span>
          ))}
        </div>
      </div>
    </div>
  );
}
