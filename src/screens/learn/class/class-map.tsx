import '../../../messages/later';
import { useEffect, useMemo, useState } from 'react';
import type { ClassResults } from '../../../learn/class-results';
import { farMm, type Nearness, nearMm } from '../../../learn/summary';
import { t } from '../../../messages/translate';
import { readSiteId } from '../../../protocol/site-id';
import type { Picture } from '../../../scene/head-map';
import type { MapSite, ViewPreset } from '../../../scene/map-props';
import { GlyphShapes } from '../../../scene/site-glyph';
import type { Placement } from '../../../state/anatomy-service';
import type { AssessmentDesk } from '../../../state/learn/assessment-desk';
import { mmText, siteCode } from '../../../state/learn/assessment-text';
import { useTheme } from '../../services';
import { SkinHead } from '../../skin-head';
import { useAskedView } from '../../use-asked-view';
import { useHeadShape } from '../../use-head-shape';
import { ViewChoice } from '../../view-choice';
import { siteView } from '../site-view';
import mapFrame from '../../map-frame.module.css';
import headFrame from '../head-frame.module.css';
import styles from './class.module.css';
import { classParts, markParts } from './class-marks';

type Props = {
  readonly desk: AssessmentDesk;
  readonly results: ClassResults;
  readonly selected: string | null;
  readonly onSelect: (site: string | null) => void;
};

/** The class's sites on one head, the larger the farther they were missed. The table beside it is the control. */
export function ClassMap({ desk, results, selected, onSelect }: Props) {
  const theme = useTheme();
  const { assessment } = results;
  const [placement, setPlacement] = useState<Placement | null>(null);
  const [view, setView] = useState<ViewPreset | null>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let mine = true;
    void desk.places(assessment).then((found) => {
      if (mine) setPlacement(found);
    });
    return () => {
      mine = false;
    };
  }, [desk, assessment]);
  // Until they are known there is nothing to show: the head comes with them, turned to the worst.
  const sites = useMemo(
    () => (placement === null ? [] : mapSites(results, placement, theme)),
    [results, placement, theme],
  );
  const shape = useHeadShape(assessment.head);
  // At first the head is turned to where the worst site is seen.
  const worst = results.sites[0]?.site;
  const opening = useMemo(() => {
    const parts = worst === undefined ? null : readSiteId(worst);
    return parts === null ? null : { preset: siteView(parts.muscle, parts.side) };
  }, [worst]);
  const chosen = useMemo(() => (selected === null ? opening : { site: selected, asked: true }), [selected, opening]);
  const [turnTo, askView] = useAskedView(chosen);
  return (
    <section
      aria-label={t('map.name')}
      className={`${headFrame['frame'] ?? ''} ${styles['map'] ?? ''}`}
      data-picture={picture}
    >
      <h2 className="hidden">{t('assess.class.map')}</h2>
      <div className={mapFrame['canvas']}>
        {placement !== null && (
          <SkinHead
            sites={sites}
            selected={selected}
            shape={shape}
            turnTo={turnTo}
            onSelect={onSelect}
            onView={setView}
            onUsable={(shown) => {
              setPicture(shown);
              setFailed(false);
            }}
            onFailure={(why) => {
              setFailed(why === 'model-missing');
              if (why !== 'model-missing') setPicture(null);
            }}
          />
        )}
      </div>
      {failed && picture === null && (
        <p className={`${mapFrame['failure'] ?? ''} ${styles['failure'] ?? ''}`}>{t('assess.class.noMap')}</p>
      )}
      {placement === null && (
        <p className={`${mapFrame['failure'] ?? ''} ${styles['failure'] ?? ''}`}>{t('assess.class.noPlaces')}</p>
      )}
      <Legend />
      <div className={styles['views']}>
        <ViewChoice view={view} onChange={askView} />
      </div>
    </section>
  );
}

/** The worst are drawn last, and seen best. */
const mapSites = ({ sites }: ClassResults, { anchors }: Placement, theme: 'light' | 'dark'): readonly MapSite[] =>
  sites.toReversed().flatMap((one): readonly MapSite[] => {
    const [anchor, parts] = [anchors.get(one.site), readSiteId(one.site)];
    if (anchor === undefined || parts === null) return [];
    const { positionMm, normal } = anchor;
    const { muscle, side } = parts;
    const label = t('assess.class.markLabel', { site: siteCode(one.site), mm: mmText(one.meanMm) });
    const draw = classParts(one, theme);
    return [{ id: one.site, muscle, side, ftp: false, state: 'skipped', positionMm, normal, label, draw }];
  });

const marks: readonly { readonly mark: Nearness; readonly r: number }[] = [
  { mark: 'near', r: 6 },
  { mark: 'off', r: 9 },
  { mark: 'far', r: 12 },
];

function Legend() {
  const theme = useTheme();
  return (
    <ul aria-label={t('assess.class.legend')} className={styles['legend']}>
      {marks.map(({ mark, r }) => (
        <li key={mark}>
          <svg width={22} height={22} viewBox="-15 -15 30 30" aria-hidden="true" focusable="false">
            <GlyphShapes parts={markParts(mark, r, theme)} />
          </svg>
          {t(`assess.class.legend.${mark}`, { near: nearMm, far: farMm })}
        </li>
      ))}
    </ul>
  );
}
