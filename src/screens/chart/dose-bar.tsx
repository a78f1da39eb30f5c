import type { CSSProperties } from 'react';
import { t } from '../../messages/translate';
import { muscles } from '../../protocol/paradigm';
import { muscleHue } from '../../scene/palette';
import { useChart, useTheme } from '../services';
import styles from './dose-bar.module.css';

/** 0 to the cap: given solid, planned hatched, an upright mark at what is in. */
export function DoseBar() {
  const totals = useChart((s) => s.fold.totals);
  const theme = useTheme();
  const percent = (units: number) => `${String((100 * units) / totals.cap)}%`;
  const full = totals.planned >= totals.cap;
  // Where it would be printed over either end, the figure stands above alone.
  const apart = totals.planned > 0.04 * totals.cap && totals.planned < 0.91 * totals.cap;
  return (
    <div
      role="img"
      aria-label={t('ledger.bar', { given: totals.given, planned: totals.planned, cap: totals.cap })}
      className={styles['bar']}
    >
      <div className={styles['track']}>
        {(['given', 'planned'] as const).flatMap((kind) =>
          muscles.map((muscle) => {
            const of = totals.byMuscle[muscle.id];
            const width = kind === 'given' ? of.given : of.planned - of.given;
            return width === 0 ? null : (
              <i
                key={`${kind}-${muscle.id}`}
                data-kind={kind}
                style={{ width: percent(width), '--hue': muscleHue(muscle.id, theme) } as CSSProperties}
              />
            );
          }),
        )}
      </div>
      <u style={{ left: percent(totals.given) }} />
      <div className={styles['axis']} data-full={full} aria-hidden="true">
        <span style={{ left: 0 }}>0</span>
        {apart && <span style={{ left: percent(totals.planned) }}>{totals.planned}</span>}
        <span style={{ left: '100%' }}>{totals.cap}</span>
      </div>
    </div>
  );
}
