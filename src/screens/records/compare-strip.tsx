import '../../messages/later';
import { useRef, useState } from 'react';
import { t } from '../../messages/translate';
import { type ViewPreset, viewPresets } from '../../scene/map-props';
import type { ReadSession } from '../../state/compare-desk';
import { Segmented } from '../../ui/segmented';
import { listedState, sessionDay } from './compare-text';
import strip from './compare-strip.module.css';
import styles from './compare-screen.module.css';
import { StripHead } from './strip-head';
import { useInSight } from './use-in-sight';

type Props = {
  readonly sessions: readonly ReadSession[];
  readonly first: string;
  readonly second: string;
  readonly onChoose: (first: string, second: string) => void;
};

/** Every session of the patient as a small head with what was given, the latest first. */
export function CompareStrip({ sessions, first, second, onChoose }: Props) {
  const [view, setView] = useState<ViewPreset>('back');
  const list = useRef<HTMLUListElement>(null);
  const inSight = useInSight(list);
  const [as, setAs] = useState<'first' | 'second'>('first');
  return (
    <section aria-labelledby="comparison-all" className={styles['lower']}>
      <div className={styles['lowerHead']}>
        <div>
          <h2 id="comparison-all">{t('comparison.all')}</h2>
          <p className={styles['fine']}>{t('comparison.allHint')}</p>
        </div>
        <div className={strip['stripTools']}>
          <span className={styles['fine']} aria-hidden="true">
            {t('comparison.putAs')}
          </span>
          <Segmented
            label={t('comparison.putAs')}
            value={as}
            onChange={setAs}
            options={(['first', 'second'] as const).map((value) => ({
              value,
              label: t(`comparison.chosenAs.${value}`),
            }))}
          />
          <Segmented
            label={t('comparison.view')}
            value={view}
            onChange={setView}
            options={viewPresets.map((value) => ({ value, label: t(`view.${value}`) }))}
          />
        </div>
      </div>
      <ul ref={list} className={strip['strip']}>
        {sessions.toReversed().map((one) => {
          const { session, fold, listed } = one;
          const role = session.id === second ? 'second' : session.id === first ? 'first' : null;
          const day = sessionDay(listed);
          return (
            <li key={session.id}>
              <button
                type="button"
                className={strip['small']}
                data-role={role ?? undefined}
                aria-pressed={role !== null}
                aria-label={[
                  t('comparison.chooseNamed', { day, as }),
                  t('comparison.facts', {
                    n: fold.totals.sitesGiven,
                    units: fold.totals.given,
                    state: listedState(listed),
                  }),
                ].join('. ')}
                onClick={() => {
                  if (as === 'first') onChoose(session.id, second);
                  else onChoose(first, session.id);
                }}
              >
                <span className={strip['stripFrame']}>{inSight && <StripHead session={one} view={view} />}</span>
                <b>
                  {day}
                  {role !== null && <i>{t(`comparison.chosenAs.${role}`)}</i>}
                </b>
                <span className={strip['facts']}>
                  {t('comparison.facts', {
                    n: fold.totals.sitesGiven,
                    units: fold.totals.given,
                    state: listedState(listed),
                  })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
