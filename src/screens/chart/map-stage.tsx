import { ShieldAlert, Spline, Syringe } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { t } from '../../messages/translate';
import { mapOf } from '../../protocol/maps';
import { HeadMap, type Picture } from '../../scene/head-map';
import type { MapProps } from '../../scene/map-props';
import { mapSites } from '../../state/site-text';
import { ToggleButton } from '../../ui/toggle-button';
import { LayerChoice } from '../layer-choice';
import { useChart, useServices, useSettings } from '../services';
import { useHeadLook } from '../use-head-look';
import { useHeadShape } from '../use-head-shape';
import { ViewChoice } from '../view-choice';
import { ariaKey, keyHint } from './key-hint';
import {
  CompareBar,
  DrawnNote,
  HeadPanel,
  Legend,
  MapHand,
  MapTools,
  MoveConfirm,
  PainPanel,
  PainTool,
  prepareParts,
  SlowOffer,
  ZoneFacts,
  ZoneList,
} from './later-parts';
import mapFrame from '../map-frame.module.css';
import styles from './map-stage.module.css';
import { Notices } from './notices';
import { SiteCard } from './site-card';
import { useMapZones } from './use-map-zones';
import { useDrawnNeedle } from './use-drawn-needle';
import { useOthers } from './use-others';
import { usePath } from './use-path';

type Failure = Parameters<MapProps['onFailure']>[0];

/** The head, what floats over it, and the card of the selected site. */
export function MapStage() {
  const look = useHeadLook();
  const { apple, chart, smallScreen, wideScreen, onMapUsable, onHandNear } = useServices();
  const fold = useChart((s) => s.fold);
  const next = useChart((s) => s.next);
  const selected = useChart((s) => s.selected);
  const layer = useChart((s) => s.layer);
  const view = useChart((s) => s.view);
  const turnTo = useChart((s) => s.turnTo);
  const zonesShown = useChart((s) => s.zonesShown);
  const zone = useChart((s) => s.zone);
  const map = useChart((s) => s.session?.map.id);
  const preferred = useSettings((s) => s.map);
  const hairline = useSettings((s) => s.hairline);
  const comparing = useChart((s) => s.comparing);
  const others = useOthers();
  const heat = useChart((s) =>
    s.painShown ? (s.painting?.lent ?? (s.painting ?? s.session?.visit?.pain)?.dabs) : undefined,
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const variant = useChart((s) => s.variant);
  const placing = useChart((s) => s.placing);
  const shape = useHeadShape(variant);
  const doing = useChart((s) => s.doing.kind);
  const sites = useMemo(() => {
    const placed = mapSites(fold, next);
    return placing ? chart.movedWithSkin(placed, shape) : placed;
  }, [chart, fold, next, placing, shape]);
  const path = usePath();
  const zones = useMapZones(shape);
  const stage = useRef<HTMLDivElement>(null);
  /** What shows the head; null while nothing does. */
  const [picture, setPicture] = useState<Picture | null>(null);
  const needleShown = useChart((s) => s.needle.shown);
  /** The map has answered: what comes after it may be fetched. */
  const [settled, setSettled] = useState(false);
  const needle = useDrawnNeedle(needleShown && settled);
  const onUsable = useCallback(
    (shown: Picture) => {
      setPicture(shown);
      if (shown === '3d') setFailure(null);
      whenIdle(() => {
        setSettled(true);
        prepareParts();
        onMapUsable(shown);
      });
    },
    [onMapUsable],
  );
  const onFailure = useCallback(
    (what: Failure) => {
      setFailure(what);
      if (what !== 'model-missing') setPicture(null);
      prepareParts();
      void chart.open(null, true);
    },
    [chart],
  );
  return (
    <div className={styles['stage']} ref={stage}>
      <section
        aria-label={t('map.name')}
        className={styles['map']}
        data-zones={zonesShown}
        {...(settled ? { onPointerEnter: onHandNear } : {})}
      >
        <div className={styles['canvas']}>
          <HeadMap
            {...look}
            sites={sites}
            selected={selected}
            layer={layer}
            shape={shape}
            zones={zones}
            zone={zone}
            needle={needle}
            turnTo={turnTo}
            others={others}
            path={path}
            heat={heat}
            hand={MapHand}
            label={t('map.canvas')}
            covered={
              wideScreen ? (zone === null ? cardCovered : factsCovered) : smallScreen ? noneCovered : controlsCovered
            }
            onSelect={chart.select}
            onSkin={chart.addExtraOnRay}
            onView={chart.viewed}
            onUsable={onUsable}
            onFailure={onFailure}
          />
        </div>
        {picture === null && failure === null && <p className={mapFrame['loading']}>{t('app.loading')}</p>}
        {failure !== null && picture !== 'drawn' && <p className={mapFrame['failure']}>{t('map.failed')}</p>}
        <div className={styles['layers']}>
          {/* A group in the contract; the radios inside are one choice. */}
          <fieldset aria-label={t('layers.name')}>
            <LayerChoice layer={layer} onChange={chart.setLayer} />
            <ToggleButton
              label={t('layers.zones')}
              icon={<ShieldAlert size={17} aria-hidden="true" />}
              hotkey={{ key: ariaKey('danger-zones'), hint: keyHint(t('layers.zones'), 'danger-zones', apple) }}
              pressed={zonesShown}
              onChange={chart.showZones}
            />
            <ToggleButton
              label={t('layers.needle')}
              icon={<Syringe size={17} aria-hidden="true" />}
              hotkey={{ key: ariaKey('needle'), hint: keyHint(t('layers.needle'), 'needle', apple) }}
              pressed={needleShown}
              onChange={(shown) => {
                chart.setNeedle({ shown });
              }}
            />
            <ToggleButton
              label={t('layers.hairline')}
              icon={<Spline size={17} aria-hidden="true" />}
              hotkey={{ key: ariaKey('hairline'), hint: keyHint(t('layers.hairline'), 'hairline', apple) }}
              pressed={hairline}
              onChange={chart.setHairline}
            />
          </fieldset>
          <PainTool />
        </div>
        <MapTools />
        <div className={styles['foot']}>
          <Notices />
          {settled && look.drawing === 'auto' && picture === '3d' && <SlowOffer stage={stage} />}
          {doing === 'confirming-move' && <MoveConfirm />}
          {comparing && <CompareBar />}
          <div className={styles['legendRow']} data-zones={zonesShown} data-picture={picture}>
            {zonesShown ? <ZoneList /> : <Legend />}
            <span>{t('map.mapLabel', { title: mapOf(map ?? preferred).shortTitle })}</span>
            {picture === 'drawn' && <DrawnNote why={failure} />}
          </div>
          <div className={styles['views']}>
            <ViewChoice view={view} onChange={chart.turnTo} digits />
          </div>
        </div>
      </section>
      <div className={styles['card']}>
        {!wideScreen && zonesShown && <ZoneFacts />}
        {doing === 'sizing-head' ? <HeadPanel /> : doing === 'drawing-pain' ? <PainPanel /> : <SiteCard />}
      </div>
    </div>
  );
}

/** Safari cannot tell when it is idle; shortly after will do. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 3000 });
  else setTimeout(run, 500);
}

const cardCovered = { right: 328, bottom: 0 };
/** What is said of a danger zone stands at the foot. */
const factsCovered = { right: 328, bottom: 120 };
const noneCovered = { right: 0, bottom: 0 };
/** On tablets the crown would stand behind the row of controls; a phone's canvas begins below it. */
const controlsCovered = { right: 0, bottom: 0, top: 72 };
