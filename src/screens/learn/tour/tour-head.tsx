import '../../../messages/later';
import { ShieldAlert } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { t } from '../../../messages/translate';
import type { TourStep } from '../../../learn/tour';
import { mapOf } from '../../../protocol/maps';
import type { ZoneId } from '../../../protocol/danger-zone';
import { readSiteId } from '../../../protocol/site-id';
import type { MapId, MuscleId, Side, SiteId } from '../../../protocol/words';
import { HeadMap, type Picture } from '../../../scene/head-map';
import type { MapProps, MapZone, ViewPreset } from '../../../scene/map-props';
import type { TourDesk } from '../../../state/learn/tour-desk';
import { mapZones } from '../../../state/zone-text';
import { ToggleButton } from '../../../ui/toggle-button';
import type { ChosenNeedle } from '../../chart/use-chosen-needle';
import { useNeedleDrawing } from '../../chart/use-drawn-needle';
import { LayerChoice } from '../../layer-choice';
import { useServices } from '../../services';
import { useHeadLook } from '../../use-head-look';
import { ViewChoice } from '../../view-choice';
import { MarksContext, noMarks, TourHand } from './tour-hand';
import { marksOf } from './tour-marks';
import mapFrame from '../../map-frame.module.css';
import headFrame from '../head-frame.module.css';
import styles from './tour-head.module.css';
import { tourSites } from './tour-sites';
import type { Walk } from './use-walk';

/** What is shown on the head. `key` is another for every step. */
type TourPlace = {
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly site: SiteId;
  readonly map: MapId;
  readonly key: string;
};

type Props = {
  readonly desk: TourDesk;
  readonly place: TourPlace;
  readonly step: TourStep;
  readonly walk: Walk;
  readonly zone: ZoneId | null;
};

/** The head as the step peels it, turned to the muscle, until the user peels or turns it otherwise. */
export function TourHead({ desk, place, step, walk, zone }: Props) {
  const look = useHeadLook();
  const { smallScreen } = useServices();
  const [picture, setPicture] = useState<Picture | null>(null);
  const [failed, setFailed] = useState(false);
  const [view, setView] = useState<ViewPreset | null>(null);
  const { muscle, side, site, map, key } = place;

  /** What the user chose counts until the next step. */
  const [peeled, setPeeled] = useState<Peeled>({ key });
  const chosen = peeled.key === key ? peeled : { key };
  const layer = chosen.layer ?? step.layer;
  const zonesShown = chosen.zones ?? (step.zones || zone !== null);
  const [asked, setAsked] = useState<{ readonly key: string; readonly preset: ViewPreset } | null>(null);

  const walked = typeof walk === 'object' ? walk : null;
  const bothSides = step.find === null && step.kind !== 'needle';
  const sites = useMemo(
    () => tourSites(desk.placements, { muscle, map, side: bothSides ? null : side, walk: walked }),
    [desk, muscle, map, side, bothSides, walked],
  );
  const leg = step.find?.leg ?? null;
  const marks = useMemo(() => (walked === null || leg === null ? noMarks : marksOf(walked, leg)), [walked, leg]);
  const zoom = bothSides ? zooms.whole : smallScreen ? zooms.small : zooms.near;
  const turnTo = useMemo((): MapProps['turnTo'] => {
    if (asked?.key === key) return { preset: asked.preset };
    return zone === null ? { site, asked: true, zoom } : { zone };
  }, [asked, key, site, zone, zoom]);
  const zones = useZones(desk, zonesShown);
  const needle = useNeedleDrawing(step.kind === 'needle' && picture !== null, useNeedle(desk, place));

  return (
    <section aria-label={t('map.name')} className={headFrame['frame']}>
      <div className={`${mapFrame['canvas'] ?? ''} ${styles['canvas'] ?? ''}`}>
        <MarksContext value={marks}>
          <HeadMap
            {...look}
            sites={sites}
            selected={step.find === null && step.kind !== 'needle' ? null : site}
            layer={layer}
            shape={null}
            zones={zones}
            zone={zone}
            needle={needle}
            turnTo={turnTo}
            hairline={false}
            hand={TourHand}
            label={t('map.canvas')}
            covered={smallScreen ? controlsCovered : nothing}
            onSelect={(id) => {
              const read = readSiteId(id);
              if (read?.muscle === muscle) desk.toStep({ muscle, step: `find-${String(read.ordinal)}-1` });
            }}
            onSkin={ignore}
            onView={setView}
            onUsable={(shown) => {
              setPicture(shown);
              setFailed(false);
            }}
            onFailure={(why) => {
              if (why === 'model-missing') setFailed(true);
              else setPicture(null);
            }}
          />
        </MarksContext>
      </div>
      {picture === null && <p className={mapFrame['loading']}>{failed ? t('tour.noHead') : t('app.loading')}</p>}
      <fieldset aria-label={t('layers.name')} className={styles['layers']}>
        <LayerChoice layer={layer} onChange={(to) => setPeeled({ ...chosen, layer: to })} />
        <ToggleButton
          label={t('layers.zones')}
          icon={<ShieldAlert size={17} aria-hidden="true" />}
          pressed={zonesShown}
          onChange={(to) => setPeeled({ ...chosen, zones: to })}
        />
      </fieldset>
      <div className={`${headFrame['views'] ?? ''} ${styles['views'] ?? ''}`}>
        <ViewChoice view={view} onChange={(preset) => setAsked({ key, preset })} />
      </div>
    </section>
  );
}

type Peeled = { readonly key: string; readonly layer?: TourStep['layer']; readonly zones?: boolean };

/** A rule and a needle are looked at from near, a muscle with the head around it. */
const zooms = { whole: 1, near: 1.8, small: 3 };
const nothing = { right: 0, bottom: 0 };
/** A phone's head stands below the layers. */
const controlsCovered = { right: 0, bottom: 0, top: 56 };
/** Nothing is charted from here. */
const ignore = () => undefined;
const noZones: readonly MapZone[] = [];

function useZones(desk: TourDesk, shown: boolean): readonly MapZone[] {
  const [zones, setZones] = useState(noZones);
  const wanted = shown && zones === noZones;
  useEffect(() => {
    if (!wanted) return;
    // Without them the words beside the head say the same.
    desk.zones().then(
      ({ paths }) => setZones(mapZones(paths, null)),
      () => undefined,
    );
  }, [desk, wanted]);
  return shown ? zones : noZones;
}

/** The needle at the place's site, as the map's rule holds it. */
function useNeedle(desk: TourDesk, { muscle, map, site }: TourPlace): ChosenNeedle | null {
  return useMemo(() => {
    const anchor = desk.placements.of(map).anchors.get(site);
    const needle = mapOf(map).sites[muscle][0]?.needle;
    if (anchor === undefined || needle === undefined) return null;
    return { site: anchor, muscle, needle, band: undefined, choice: { longer: false, otherWay: false } };
  }, [desk, map, muscle, site]);
}
