import { useMemo, useState } from 'react';
import type { MapSite } from '../../scene/map-props';
import { wholeHead } from '../../scene/preview/area-poses';
import { type SpotKind, spotParts } from '../../scene/preview/preview-glyph';
import type { HeadShape } from '../../state/heads';
import { useTheme } from '../services';
import { Choice } from './choice';
import styles from './map-head.module.css';
import { PreviewHead } from './preview-head';
import { SpotGlyph } from './spot-glyph';
import { usePreview } from './use-preview';

const homeViews = ['front', 'left', 'right', 'back'] as const;
export type HomeView = (typeof homeViews)[number];
export type Spot = Pick<MapSite, 'id' | 'muscle' | 'side' | 'positionMm' | 'normal'> & { readonly is: SpotKind };

/** Every spot of a map on the head. */
export function MapHead({
  spots,
  shape,
  view,
}: {
  readonly spots: readonly Spot[];
  readonly shape: HeadShape | null;
  readonly view: HomeView;
}) {
  const { words } = usePreview();
  const theme = useTheme();
  const sites = useMemo(
    () =>
      spots.map(
        ({ is, ...spot }): MapSite => ({
          ...spot,
          ftp: false,
          state: 'planned',
          label: '',
          draw: spotParts(is, theme),
        }),
      ),
    [spots, theme],
  );
  const turnTo = useMemo(() => wholeHead(view), [view]);
  const area = words.say('preview.mine.map');
  return <PreviewHead label={words.say('preview.head', { area })} sites={sites} shape={shape} turnTo={turnTo} />;
}

/** From which side the head is looked at. */
export function MapViews({
  value,
  onChange,
}: {
  readonly value: HomeView;
  readonly onChange: (view: HomeView) => void;
}) {
  const { words } = usePreview();
  return (
    <Choice
      label={words.say('preview.mine.map')}
      value={value}
      options={homeViews.map((view) => ({ value: view, label: words.say(`home.view.${view}`) }))}
      onChange={onChange}
    />
  );
}

export const useMapView = () => useState<HomeView>('left');

/** What the spots stand for; only those kinds that the map has. */
export function MapLegend({ spots }: { readonly spots: readonly Pick<Spot, 'is'>[] }) {
  const { words } = usePreview();
  const kinds = (['given', 'extra', 'left-out'] as const).filter((kind) => spots.some(({ is }) => is === kind));
  return (
    <ul className={styles['legend']}>
      {kinds.map((kind) => (
        <li key={kind}>
          <SpotGlyph kind={kind} />
          {words.say(kind === 'left-out' ? 'home.legend.leftOut' : `home.legend.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
