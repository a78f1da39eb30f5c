import '../../messages/later';
import { useEffect, useMemo, useState } from 'react';
import { t } from '../../messages/translate';
import type { SessionChange } from '../../record/compare-sessions';
import { type CompareMark, CompareGlyph } from '../../scene/compare-glyph';
import type { Picture } from '../../scene/head-map';
import type { MapSite, OtherSite, ViewPreset } from '../../scene/map-props';
import type { CompareDesk, ReadSession } from '../../state/compare-desk';
import { Segmented } from '../../ui/segmented';
import { useServices } from '../services';
import { SkinHead } from '../skin-head';
import { useAskedView } from '../use-asked-view';
import { useHeadShape } from '../use-head-shape';
import { ViewChoice } from '../view-choice';
import { changeMarks, givenMarks, useDrawnPlaces } from './drawn-places';
import mapFrame from '../map-frame.module.css';
import styles from './compare-map.module.css';
import { changeKey, sessionDay } from './compare-text';

type Props = {
  readonly desk: CompareDesk;
  readonly change: SessionChange;
  readonly before: ReadSession;
  readonly after: ReadSession;
  /** A change, by its key: the head turns to it. */
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onLost: (lost: ReadonlySet<string>) => void;
};

type Shown = 'both' | 'before' | 'after';

/** The changes on the head of the later session, or what either session gave on its own head. The list is the control. */
export function CompareMap({ desk, change, before, after, selected, onSelect, onLost }: Props) {
  const { theme } = useServices();
  const [shown, setShown] = useState<Shown>('both');
  const [view, setView] = useState<ViewPreset | null>(null);
  /** What shows the head; null while nothing does. */
  const [picture, setPicture] = useState<Picture | null>(null);
  const [failed, setFailed] = useState(false);
  const { places, lost } = useDrawnPlaces(change, after.session.head, desk);
  useEffect(() => {
    onLost(lost);
  }, [lost, onLost]);
  const { sites, others } = useMemo((): { sites: readonly MapSite[]; others: readonly OtherSite[] } => {
    return shown === 'both' ? changeMarks(change, places, theme) : { sites: givenMarks(change, shown), others: none };
  }, [shown, change, places, theme]);
  const variant = (shown === 'before' ? before : after).session.head.variant;
  const shape = useHeadShape(variant);
  // At first the head is turned to what differs.
  const first = change.sites.find(({ kind }) => kind !== 'unchanged' && kind !== 'neither');
  const [opening] = useState(
    first === undefined ? ({ preset: 'back' } as const) : { site: changeKey(first), asked: true },
  );
  const chosen = useMemo(() => (selected === null ? null : { site: selected, asked: true }), [selected]);
  const [turned, askView] = useAskedView(chosen);
  return (
    <section aria-label={t('map.name')} className={styles['map']} data-picture={picture}>
      <div className={styles['stage']}>
        <div className={mapFrame['canvas']}>
          <SkinHead
            sites={sites}
            others={others}
            selected={selected}
            shape={shape}
            turnTo={turned ?? opening}
            onSelect={onSelect}
            onView={setView}
            onUsable={setPicture}
            onFailure={(why) => {
              setFailed(true);
              if (why !== 'model-missing') setPicture(null);
            }}
          />
        </div>
        {failed && picture === null && (
          <p className={`${mapFrame['failure'] ?? ''} ${styles['failure'] ?? ''}`}>{t('comparison.noMap')}</p>
        )}
        <div className={styles['mapTop']}>
          <Segmented
            label={t('comparison.show')}
            floating
            value={shown}
            onChange={setShown}
            options={[
              { value: 'both', label: t('comparison.both') },
              { value: 'before', label: t('comparison.only', { day: sessionDay(before.listed) }) },
              { value: 'after', label: t('comparison.only', { day: sessionDay(after.listed) }) },
            ]}
          />
        </div>
        <div className={styles['mapFoot']}>
          {shown === 'both' && <Marks change={change} />}
          <ViewChoice view={view} onChange={askView} />
        </div>
      </div>
    </section>
  );
}

const none: readonly OtherSite[] = [];

/** What the marks mean; of those that are there. */
function Marks({ change }: Pick<Props, 'change'>) {
  const { theme } = useServices();
  const there = new Set<CompareMark>(change.sites.map(({ kind }) => kind));
  if (there.has('moved')) there.add('from');
  const marks = (['added', 'removed', 'open', 'moved', 'from', 'unchanged', 'neither'] as const).filter((mark) =>
    there.has(mark),
  );
  return (
    <ul aria-label={t('comparison.legend')} className={styles['legend']}>
      {marks.map((mark) => (
        <li key={mark}>
          <CompareGlyph mark={mark} theme={theme} size={18} />
          {t(`comparison.kind.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
