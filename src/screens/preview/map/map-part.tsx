import { useMemo } from 'react';
import { muscles } from '../../../protocol/paradigm';
import { readLinked } from '../../../state/preview/linked-map';
import { Frame } from '../frame';
import { MapHead, MapLegend, MapViews, useMapView } from '../map-head';
import type { PreviewPartProps } from '../preview-screen';
import { useHandedTo, usePreview } from '../use-preview';
import styles from './map-part.module.css';

/** A map that came in a link: nothing of it is kept, and nothing here is read for it. */
export function MapPart({ at }: PreviewPartProps) {
  const { kit, words } = usePreview();
  useHandedTo(null);
  const [view, setView] = useMapView();
  const read = useMemo(() => readLinked(at ?? '', kit.placements), [at, kit]);
  const title = words.say('preview.map.title');
  if (!read.ok)
    return (
      <Frame title={title}>
        <p role="alert">{words.say('preview.map.broken')}</p>
      </Frame>
    );
  const { spots, unplaced } = read.value;
  const given = spots.filter(({ is }) => is !== 'left-out');
  const counts = muscles.map(({ id }) => ({ id, n: given.filter(({ muscle }) => muscle === id).length }));
  return (
    <Frame
      title={title}
      aloud={[title, words.say('preview.mine.given', { n: given.length + unplaced })]}
      picture={<MapHead spots={spots} shape={null} view={view} />}
    >
      <p>{words.say('preview.mine.given', { n: given.length + unplaced })}</p>
      <MapViews value={view} onChange={setView} />
      <MapLegend spots={spots} />
      <p>{words.say('preview.mine.yourSides')}</p>
      <ul className={styles['areas']}>
        {counts.map(({ id, n }) => (
          <li key={id}>{words.say('preview.mine.area', { area: words.say(`preview.area.${id}.name`), n })}</li>
        ))}
      </ul>
      <p>{words.say('preview.map.only')}</p>
    </Frame>
  );
}
