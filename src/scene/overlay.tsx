import { memo, useCallback, useLayoutEffect } from 'react';
import { t } from '../messages/translate';
import type { SiteId } from '../protocol/words';
import { glyphParts, selectionParts } from './glyph';
import styles from './injection-map.module.css';
import type { HandTools, MapProps, MapSite, OtherSite } from './map-props';
import type { MarkerBoard, MarkerLayer } from './marker-board';
import { OtherSites } from './other-sites';
import { type MarkerInk, markerInk, muscleHue, muscleText, type Theme } from './palette';
import { SideBadges } from './side-badges';
import { GlyphShapes } from './site-glyph';
import { ZoneTip } from './zone-tip';

type Props = Omit<HandTools, 'radius'> & {
  /** What the map is asked to show. */
  readonly of: Pick<MapProps, 'sites' | 'selected' | 'theme' | 'needle' | 'others' | 'path' | 'plain' | 'hand'>;
  /** Smaller markers, for a phone's or tablet's canvas. */
  readonly compact: boolean;
  /** The sites can be operated. */
  readonly usable: boolean;
};

/**
 * The markers and labels over the canvas. Hidden from assistive technology: the list of sites is the control.
 * Where they stand is not React's business: the boards write that, and the map refreshes them after each commit.
 */
export function Overlay({ of, compact, usable, view, rig, element: around }: Props) {
  const { sites, selected, theme, needle, others = noOthers, path = noPath, plain = false, hand: Hand } = of;
  const { board, others: otherBoard, path: pathLine, labels, tube } = view;
  const radius = compact ? 9.5 : 10;
  const ink = markerInk(theme);
  // The same functions for as long as the board is the same: else the pills would be let go of and taken at every render.
  const onSelectedPill = useCallback(
    (element: HTMLElement | null) => labels.attach('selected', 'pill', element),
    [labels],
  );
  const onNextPill = useCallback((element: HTMLElement | null) => labels.attach('next', 'pill', element), [labels]);
  const stacked = sites.toSorted((a, b) => depth(a, selected) - depth(b, selected));
  const chosen = sites.find((site) => site.id === selected) ?? null;
  const next = sites.find((site) => site.state === 'next' && site.id !== selected) ?? null;

  useLayoutEffect(() => {
    board.setSites(sites);
    tube.set(needle, chosen?.id ?? null);
    otherBoard.set(others);
    pathLine.set(path);
    labels.set('selected', chosen?.id ?? null, chosen?.state === 'next' ? radius + 14 : radius + 8.6);
    labels.set('next', next?.id ?? null, radius + 12);
  });

  return (
    <div className={styles['overlay']} aria-hidden="true">
      <svg className={styles['markers']} aria-hidden="true">
        <g>
          {sites.map((site) => (
            <Marker
              key={site.id}
              layer="ghost"
              site={site}
              selected={site.id === selected}
              {...{ theme, ink, radius, board }}
            />
          ))}
        </g>
        <g ref={(element) => pathLine.attach(element)} className={styles['path']} data-shown="false">
          <path stroke={ink.paper} strokeWidth={4} />
          <path stroke={ink.ink} strokeWidth={1.5} strokeDasharray="5 4" />
        </g>
        <OtherSites others={others} theme={theme} board={otherBoard} />
        <g>
          {stacked.map((site) => (
            <Marker
              key={site.id}
              layer="front"
              site={site}
              selected={site.id === selected}
              {...{ theme, ink, radius, board }}
            />
          ))}
        </g>
        <g ref={(element) => tube.attach(element)} className={styles['leader']} data-shown="false">
          <path stroke={ink.paper} strokeWidth={3.5} />
          <path stroke={ink.ink} strokeWidth={1.5} />
        </g>
        <g
          ref={(element) => labels.attach('selected', 'leader', element)}
          className={styles['leader']}
          data-shown="false"
        >
          <path stroke={ink.paper} strokeWidth={4} />
          <path stroke={ink.ink} strokeWidth={1.75} />
        </g>
      </svg>
      <div
        ref={onNextPill}
        className={styles['nextPill']}
        style={
          next === null
            ? undefined
            : { color: muscleText(next.muscle, theme), borderColor: muscleHue(next.muscle, theme) }
        }
        data-shown="false"
      >
        {next === null ? '' : t('map.next', { label: next.shortLabel ?? next.label })}
      </div>
      <div ref={onSelectedPill} className={styles['pill']} data-shown="false">
        {chosen?.label ?? ''}
      </div>
      {!plain && <SideBadges board={view.sides} />}
      <ZoneTip tip={view.zoneTip} />
      {usable && Hand !== undefined && <Hand view={view} rig={rig} element={around} radius={radius} />}
    </div>
  );
}

const noOthers: readonly OtherSite[] = [];
const noPath: readonly SiteId[] = [];

/** Planned and skipped lie under given, given under next, and the selected site on top. */
function depth(site: MapSite, selected: SiteId | null): number {
  if (site.id === selected) return 3;
  return site.state === 'next' ? 2 : site.state === 'given' ? 1 : 0;
}

type MarkerProps = {
  readonly site: MapSite;
  readonly layer: MarkerLayer;
  readonly selected: boolean;
  readonly theme: Theme;
  readonly ink: MarkerInk;
  readonly radius: number;
  readonly board: MarkerBoard;
};

/** A site comes as a new object with every dose; most look as they did. The ink goes with the theme. */
const drawsAlike = (before: MarkerProps, after: MarkerProps): boolean =>
  looks.every((of) => before.site[of] === after.site[of]) && setting.every((of) => before[of] === after[of]);
const looks = ['id', 'state', 'muscle', 'ftp', 'draw'] as const;
const setting = ['layer', 'selected', 'theme', 'radius', 'board'] as const;

const Marker = memo(function Marker({ site, layer, selected, theme, ink, radius, board }: MarkerProps) {
  const ghost = layer === 'ghost';
  const r = selected && !ghost ? radius + 1 : radius;
  const state = ghost ? 'behind' : site.state;
  const hue = ghost && site.state === 'skipped' ? ink.muted : muscleHue(site.muscle, theme);
  return (
    <g
      ref={(element) => board.attach(site.id, layer, element)}
      className={styles['marker']}
      data-marker={layer}
      data-site={site.id}
      data-selected={selected}
      data-shown="false"
    >
      {selected && (
        <g opacity={ghost ? 0.5 : 1}>
          <GlyphShapes parts={selectionParts(site.ftp, ghost ? 0.62 * r : r, ink.ink, ink.paper)} />
        </g>
      )}
      <g key={state} className={styles['arriving']}>
        <GlyphShapes
          parts={
            (ghost ? undefined : site.draw) ??
            glyphParts({ state, ftp: site.ftp, hue, paper: ink.paper, muted: ink.muted, edge: ink.edge, r })
          }
        />
      </g>
    </g>
  );
}, drawsAlike);
