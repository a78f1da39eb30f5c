import { TestTubes, TriangleAlert } from 'lucide-react';
import { t } from '../../messages/translate';
import { mlOf } from '../../ledger/vial';
import { startingVial } from '../../protocol/paradigm';
import { Button } from '../../ui/button';
import { useChart, useServices } from '../services';
import panel from './dose-panel.module.css';
import styles from './vial-balance.module.css';

/** What left the vials, what is still planned from them, and what will be discarded. */
export function VialBalance() {
  const totals = useChart((s) => s.fold.totals);
  const session = useChart((s) => s.session);
  const { chart } = useServices();
  const vials = session?.vials ?? [startingVial];
  const first = vials[0] ?? startingVial;
  const sum = (of: (vial: (typeof vials)[number]) => number) => vials.reduce((all, vial) => all + of(vial), 0);
  const strength = sum((vial) => vial.strength);
  const drawn = sum((vial) => totals.byVial.get(vial.id)?.drawn ?? 0);
  const wasted = sum((vial) => totals.byVial.get(vial.id)?.wasted ?? 0);
  const open = totals.planned - totals.given;
  const left = strength - drawn - wasted;
  const discard = Math.max(0, left - open);
  const lines = [
    ['ledger.drawn', drawn],
    ['ledger.stillPlanned', open],
    ...(wasted > 0 ? ([['ledger.wasted', wasted]] as const) : []),
    ['ledger.left', left],
    ['ledger.discard', discard],
  ] as const;
  const share = (units: number) => `${String((100 * units) / strength)}%`;
  const charting = session !== null && session.finishedAt === undefined;
  return (
    <div className={panel['section']}>
      <div className={panel['title']}>
        <h2>{t('ledger.vial')}</h2>
        <span>{t('ledger.vialHead', { units: strength, ml: sum((vial) => vial.diluentMl).toFixed(1) })}</span>
      </div>
      <dl className={styles['balance']}>
        {lines.map(([key, units]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              <b>{t('ledger.units', { units })}</b> <span>{t('ledger.ml', { ml: mlOf(first, units).toFixed(1) })}</span>
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
          {Array.from({ length: Math.round(sum((vial) => vial.diluentMl)) + 1 }, (_, ml) => (
            <span key={ml.toString()}>{ml.toFixed(1)}</span>
          ))}
        </div>
      </div>
      {charting && (
        <div className={styles['buttons']}>
          <Button
            icon={<TestTubes size={17} aria-hidden="true" />}
            onClick={() => {
              chart.begin({ kind: 'describing-vials' });
            }}
          >
            {t('ledger.vials')}
          </Button>
          <Button
            icon={<TriangleAlert size={17} aria-hidden="true" />}
            onClick={() => {
              chart.begin({ kind: 'recording-event' });
            }}
          >
            {t('ledger.event')}
          </Button>
        </div>
      )}
    </div>
  );
}
