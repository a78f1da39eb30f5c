import '../../messages/later';
import { Command, Crosshair, GitCompareArrows, Ruler } from 'lucide-react';
import { t } from '../../messages/translate';
import { useChart, useServices } from '../services';
import { keyHint } from './key-hint';
import { Beside } from './beside';
import { MapTool } from './map-tool';
import styles from './map-stage.module.css';

/** What is done with the map as a whole, at its upper edge. */
export function MapTools() {
  const { apple, chart, smallScreen } = useServices();
  const comparing = useChart((s) => s.comparing);
  return (
    <div className={styles['tools']}>
      <MapTool
        label={t('action.compareMaps')}
        hint={keyHint(t('action.compareMaps'), 'compare-maps', apple)}
        icon={<GitCompareArrows size={19} aria-hidden="true" />}
        pressed={comparing}
        onPress={() => chart.setComparing(!comparing)}
      />
      <MapTool
        label={t('action.showNext')}
        hint={keyHint(t('action.showNext'), 'show-next', apple)}
        icon={<Crosshair size={19} aria-hidden="true" />}
        onPress={chart.showNext}
      />
      <MapTool
        label={t('action.sizeHead')}
        hint={keyHint(t('action.sizeHead'), 'size-head', apple)}
        icon={<Ruler size={19} aria-hidden="true" />}
        onPress={() => chart.begin({ kind: 'sizing-head' })}
      />
      <Beside />
      {/* On a phone it would stand on the badge of a side. */}
      {!smallScreen && (
        <MapTool
          label={t('action.palette')}
          hint={keyHint(t('action.palette'), 'palette', apple)}
          icon={<Command size={19} aria-hidden="true" />}
          onPress={() => chart.begin({ kind: 'choosing-action' })}
        />
      )}
    </div>
  );
}
