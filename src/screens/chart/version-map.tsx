import '../../messages/later';
import { useMemo } from 'react';
import { fold } from '../../ledger/fold';
import { t } from '../../messages/translate';
import { visitOf } from '../../record/visit';
import type { SignedVersion } from '../../record/signed-version';
import { DrawnHead, type DrawnMark } from '../../scene/flat/drawn-head';
import { glyphParts } from '../../scene/glyph';
import { type ViewPreset, viewPresets } from '../../scene/map-props';
import { markerInk, muscleHue } from '../../scene/palette';
import { GlyphShapes, SiteGlyph } from '../../scene/site-glyph';
import { useModels } from '../../scene/use-models';
import { useVariantModels } from '../../scene/variant-models';
import { mapSites } from '../../state/site-text';
import { useSettings } from '../services';
import { useHeadShape } from '../use-head-shape';
import styles from './version-map.module.css';

/** Of one picture, px, before it is fitted to its column. */
const size = { width: 280, height: 300 };
const radius = 4.5;

/** Which of the patient's sides lies at the left and at the right edge of a picture. */
const edges: Readonly<Record<ViewPreset, readonly [left: 'left' | 'right' | null, right: 'left' | 'right' | null]>> = {
  front: ['right', 'left'],
  left: [null, null],
  right: [null, null],
  back: ['left', 'right'],
  shoulders: ['left', 'right'],
};

/**
 * A signed version on the drawn head, from every side, as it was signed: what was given, left out, moved and added, and
 * where it hurt. Vector, told by shape, needs no WebGL: on screen and on paper alike. Decorative; the ledger says the same.
 */
export function VersionMap({ session }: { readonly session: SignedVersion['session'] }) {
  const tone = useSettings((s) => s.tone);
  const { variant } = session.head;
  const shape = useHeadShape(variant);
  const models = useVariantModels(useModels(wish), shape);
  const sites = useMemo(() => mapSites(fold(session.entries, session.vials), null), [session]);
  const marks = useMemo(() => {
    const { paper, muted, edge } = markerInk(theme);
    return sites.map(({ id, muscle, ftp, state, positionMm, normal }): DrawnMark => {
      const parts = glyphParts({ state, ftp, hue: muscleHue(muscle, theme), paper, muted, edge, r: radius });
      return {
        key: id,
        positionMm,
        normal,
        draw: (x, y, front) =>
          front ? (
            <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} data-site={id} data-state={state}>
              <GlyphShapes parts={parts} />
            </g>
          ) : null,
      };
    });
  }, [sites]);
  const pain = visitOf(session).pain?.dabs;
  const shown = legend.filter(([state, ftp]) => sites.some((site) => site.state === state && site.ftp === ftp));
  return (
    <div className={styles['map']} data-version-map="">
      <div className={styles['views']}>
        {viewPresets.map((view) => (
          <figure key={view}>
            <DrawnHead
              {...size}
              view={view}
              shape={shape}
              theme={theme}
              tone={tone}
              marks={marks}
              rays={models.light?.rays ?? null}
              {...(pain === undefined ? {} : { heat: pain })}
              className={styles['head'] ?? ''}
            />
            <figcaption>
              <Edge side={edges[view][0]} />
              {t(`view.${view}`)}
              <Edge side={edges[view][1]} />
            </figcaption>
          </figure>
        ))}
      </div>
      <p className={styles['legend']}>
        {shown.map(([state, ftp, key]) => (
          <span key={key}>
            <SiteGlyph state={state} ftp={ftp} theme={theme} size={16} />
            {t(key)}
          </span>
        ))}
        <span>{t('versions.mapSides')}</span>
        {pain !== undefined && <span>{t('versions.mapPain')}</span>}
      </p>
    </div>
  );
}

/** The picture is paper, on screen as well: what was signed looks the same in either theme. */
const theme = 'light';
const wish = { layer: 'skin', detail: 'light', usable: false, onMissing: () => undefined } as const;

const legend = [
  ['given', false, 'map.legendGiven'],
  ['given', true, 'versions.mapExtra'],
  ['moved', false, 'map.legendMoved'],
  ['skipped', false, 'map.legendSkipped'],
  ['skipped', true, 'versions.mapExtraSkipped'],
  ['planned', false, 'map.legendPlanned'],
  ['planned', true, 'map.legendExtra'],
] as const;

function Edge({ side }: { readonly side: 'left' | 'right' | null }) {
  return <b>{side === null ? '' : t(side === 'left' ? 'side.shortLeft' : 'side.shortRight')}</b>;
}
