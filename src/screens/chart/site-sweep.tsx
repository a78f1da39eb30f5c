import '../../messages/later';
import { CheckCheck, Plus } from 'lucide-react';
import { t } from '../../messages/translate';
import { aliquot, muscles } from '../../protocol/paradigm';
import type { MuscleId } from '../../protocol/words';
import { sideName } from '../../state/site-text';
import { Button } from '../../ui/button';
import { useChart, useServices } from '../services';
import { keepKeyboard } from './focus-site';
import styles from './site-sweep.module.css';

type Props = {
  readonly muscle: MuscleId;
  /** The muscle takes another extra. */
  readonly extra: boolean;
};

/**
 * What is done to the open muscle at once: an extra in it, or all that is left of it in one press. Buttons are no part of
 * the tree, whose nodes would hide them; the extra's is drawn under its muscle by its place in the order of the list.
 */
export function SiteSweep({ muscle, extra }: Props) {
  const { chart } = useServices();
  const at = muscles.findIndex(({ id }) => id === muscle);
  const name = muscles[at]?.name ?? '';
  return (
    <>
      {extra && (
        <div className={styles['under']} style={{ order: at + 1 }}>
          <button
            type="button"
            className={styles['extra']}
            aria-label={t('sites.extraFor', { units: aliquot.units, muscle: name })}
            onClick={() => {
              chart.begin({ kind: 'adding-extra' });
            }}
          >
            <Plus size={16} aria-hidden="true" />
            {t('sites.extra', { units: aliquot.units })}
          </button>
        </div>
      )}
      <Sweep muscle={muscle} name={name} />
    </>
  );
}

/** Gives what is left of the open muscle in one press. */
function Sweep({ muscle, name }: { readonly muscle: MuscleId; readonly name: string }) {
  const { chart } = useServices();
  const rows = useChart((s) => s.fold.rows);
  const planned = rows.filter((row) => row.muscle === muscle && row.state === 'planned');
  const left = planned.length;
  // Either side by itself, where something is left of both.
  const sides = (['left', 'right'] as const).map((side) => ({
    side,
    sites: planned.filter((row) => row.side === side).length,
  }));
  const bySide = sides.every(({ sites }) => sites > 0) && left > 2;
  if (left === 0) return null;
  return (
    <div className={styles['sweep']}>
      <Button
        tone="primary"
        size="large"
        wide
        icon={<CheckCheck size={18} strokeWidth={2.4} aria-hidden="true" />}
        onClick={() => {
          chart.complete(muscle);
          keepKeyboard();
        }}
      >
        <span>
          {t('sites.complete', { muscle: name.toLowerCase() })}{' '}
          <small>{t('sites.completeDetail', { sites: left, units: left * aliquot.units })}</small>
        </span>
      </Button>
      {bySide && (
        <div className={styles['bySide']}>
          {sides.map(({ side, sites }) => {
            const shown = t('sites.sideOnly', { side: t(`sites.sideShort.${side}`), sites });
            return (
              <Button
                key={side}
                aria-label={t('sites.completeSide', { shown, side: sideName[side], muscle: name.toLowerCase() })}
                onClick={() => {
                  chart.complete(muscle, side);
                  keepKeyboard();
                }}
              >
                {shown}
              </Button>
            );
          })}
        </div>
      )}
      <p>{t('sites.completeHint')}</p>
    </div>
  );
}
