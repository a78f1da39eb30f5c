import '../../messages/later';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Fold, SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import { mapOf } from '../../protocol/maps';
import type { Session } from '../../record/session';
import { HeadMap } from '../../scene/head-map';
import type { Second } from '../../state/second/follow';
import { mapSites } from '../../state/site-text';
import type { ChosenNeedle } from '../chart/use-chosen-needle';
import { useNeedleDrawing } from '../chart/use-drawn-needle';
import { useHeadLook } from '../use-head-look';
import { useHeadShape } from '../use-head-shape';
import mapFrame from '../map-frame.module.css';
import styles from './second-screen.module.css';

type Props = {
  readonly second: Second;
  readonly session: Session;
  readonly fold: Fold;
  readonly row: SiteRow | null;
};

/** The head, with a camera of its own: it can be turned here without turning it in the charting window. */
export function SecondHead({ second, session, fold, row }: Props) {
  const look = useHeadLook();
  const next = useStore(second.store, (s) => s.next);
  const turnTo = useStore(second.store, (s) => s.turnTo);
  const [state, setState] = useState<'loading' | 'usable' | 'failed'>('loading');
  const sites = useMemo(() => mapSites(fold, next), [fold, next]);
  const shape = useHeadShape(session.head.variant);
  const chosen = useMemo((): ChosenNeedle | null => {
    const needle = row === null ? undefined : mapOf(session.map.id).sites[row.muscle][0]?.needle;
    if (row === null || needle === undefined) return null;
    const choice = { longer: false, otherWay: false };
    return { site: row.anchor, muscle: row.muscle, needle, band: session.bmiBand, choice };
  }, [row, session.map.id, session.bmiBand]);
  const needle = useNeedleDrawing(state === 'usable', chosen);
  return (
    <section aria-label={t('map.name')} className={styles['map']}>
      <div className={`${mapFrame['canvas'] ?? ''} ${styles['canvas'] ?? ''}`}>
        <HeadMap
          {...look}
          sites={sites}
          selected={row?.id ?? null}
          layer="skin"
          shape={shape}
          needle={needle}
          turnTo={turnTo}
          hairline={false}
          label={t('map.canvas')}
          covered={none}
          onSelect={nothing}
          onSkin={nothing}
          onView={second.viewed}
          onUsable={() => {
            setState('usable');
          }}
          onFailure={(why) => {
            // Otherwise it is drawn in its place.
            if (why === 'model-missing') setState('failed');
          }}
        />
      </div>
      {state === 'loading' && <p className={styles['note']}>{t('app.loading')}</p>}
      {state === 'failed' && <p className={styles['note']}>{t('second.noHead')}</p>}
    </section>
  );
}

const none = { right: 0, bottom: 0 };
/** Nothing is charted from here. */
const nothing = () => undefined;
