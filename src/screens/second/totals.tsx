import '../../messages/later';
import type { CSSProperties } from 'react';
import { Check } from 'lucide-react';
import type { Fold } from '../../ledger/state';
import { t } from '../../messages/translate';
import type { MuscleId } from '../../protocol/words';
import type { Session } from '../../record/session';
import { muscleHue } from '../../scene/palette';
import { lastGiven, leftInVials, type MuscleCount, muscleCounts } from '../../state/second/shown';
import { MuscleCode } from '../chart/muscle-code';
import { clockTime } from '../chart/time-text';
import { useTheme } from '../services';
import styles from './totals.module.css';

type Props = {
  readonly session: Session;
  readonly fold: Fold;
  /** The muscle at work. */
  readonly at: MuscleId | null;
};

/** How much is in, what was given last, what is left to give it from, and how far each muscle is. */
export function Totals({ session, fold, at }: Props) {
  const { totals } = fold;
  const last = lastGiven(session.entries, fold);
  const left = leftInVials(session, fold);
  return (
    <section aria-label={t('ledger.name')} className={styles['totals']}>
      <p className={styles['total']}>{t('second.total', { given: totals.given, cap: totals.cap })}</p>
      <div className={styles['bar']} aria-hidden="true">
        <i data-kind="planned" style={{ width: percent(totals.planned, totals.cap) }} />
        <i data-kind="given" style={{ width: percent(totals.given, totals.cap) }} />
      </div>
      <p className={styles['planned']}>{t('second.planned', { planned: totals.planned })}</p>
      <dl>
        <div>
          <dt>{t('second.last')}</dt>
          <dd>
            {last === null
              ? t('second.lastNone')
              : t('second.lastLine', { what: last.what, units: last.units, time: clockTime(last.at) })}
          </dd>
        </div>
        <div>
          <dt>{t('second.vial', { n: session.vials.length })}</dt>
          <dd>{t('second.vialLeft', { units: left.units, ml: left.ml.toFixed(1) })}</dd>
        </div>
      </dl>
      <ul aria-label={t('second.muscles')}>
        {muscleCounts(fold).map((count) => (
          <Muscle key={count.muscle} count={count} at={count.muscle === at} />
        ))}
      </ul>
    </section>
  );
}

function Muscle({ count, at }: { readonly count: MuscleCount; readonly at: boolean }) {
  const { muscle, name, given, planned, skipped } = count;
  const theme = useTheme();
  return (
    <li aria-current={at ? 'step' : undefined} style={{ '--hue': muscleHue(muscle, theme) } as CSSProperties}>
      <MuscleCode muscle={muscle} />
      <span>{name}</span>
      <b>
        {planned > 0 && given === planned && <Check size={20} strokeWidth={2.6} aria-hidden="true" />}
        {t(skipped === 0 ? 'second.count' : 'second.countSkipped', { given, planned, skipped })}
      </b>
    </li>
  );
}

const percent = (units: number, cap: number): string => `${String((100 * units) / cap)}%`;
