import '../../../messages/later';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { stepAt, tourOf } from '../../../learn/tour';
import { muscleOf } from '../../../protocol/paradigm';
import { fixedSiteId } from '../../../protocol/site-id';
import type { Side } from '../../../protocol/words';
import type { ZoneId } from '../../../protocol/danger-zone';
import type { TourDesk } from '../../../state/learn/tour-desk';
import { TourHead } from './tour-head';
import { TourPanel } from './tour-panel';
import styles from './tour-screen.module.css';
import { useWalk } from './use-walk';

/** The head at the left and what is told of it beside it; on a phone above it. */
export function TourScreen({ desk }: { readonly desk: TourDesk }) {
  const { at, map, side: chosen } = useStore(desk.store);
  const { chapter, step } = stepAt(tourOf(map), at);
  const side: Side = muscleOf(chapter.muscle).fixed.midline > 0 ? 'midline' : chosen;
  const { muscle } = chapter;
  const site = fixedSiteId(muscle, side, step.find?.ordinal ?? 1);
  const walk = useWalk(desk, map, step.find === null ? null : site);
  const key = `${muscle} ${step.id}`;
  /** A danger zone that was asked for, until the next step. */
  const [asked, setAsked] = useState<{ readonly key: string; readonly zone: ZoneId } | null>(null);
  const zone = asked?.key === key ? asked.zone : null;
  const place = useMemo(() => ({ muscle, side, site, map, key }), [muscle, side, site, map, key]);
  return (
    <main className={styles['main']}>
      <TourHead desk={desk} place={place} step={step} walk={walk} zone={zone} />
      <TourPanel
        desk={desk}
        chapter={chapter}
        step={step}
        walk={walk}
        zone={zone}
        onZone={(id) => setAsked(id === zone ? null : { key, zone: id })}
      />
    </main>
  );
}
