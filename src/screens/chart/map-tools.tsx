import '../../messages/later';
import { Command, Crosshair, GitCompareArrows, Ruler } from 'lucide-react';
import { t } from '../../messages/translate';
import { useChart, useServices } from '../services';
import { keyHint } from './key-hint';
import { Beside } from './beside';
import styles from './map-stage.module.css';

/** What is done with the map as a whole, at its upper edge. */
export function MapTools() {
  const { apple, chart, smallScreen } = useServices();
  const comparing = useChart((s) => s.comparing);
  return (
    <div className={styles['tools']}>
      <button
        type="button"
        aria-label={t('action.compareMaps')}
        title={keyHint(t('action.compareMaps'), 'compare-maps', apple)}
        aria-pressed={comparing}
        onClick={() => {
          chart.setComparing(!comparing);
        }}
      >
        <GitCompareArrows size={19} aria-hidden="true" />
      </button>
      <button
        type="button"
        aria-label={t('action.showNext')}
        title={keyHint(t('action.showNext'), 'show-next', apple)}
        onClick={chart.showNext}
      >
        <Crosshair size={19} aria-hidden="true" />
      </button>
      <button
        type="button"
        aria-label={t('action.sizeHead')}
        title={keyHint(t('action.sizeHead'), 'size-head', apple)}
        onClick={() => {
          chart.begin({ kind: 'sizing-head' });
        }}
      >
        <Ruler size={19} aria-hidden="true" />
      </button>
      <Beside />
      {/* On a phone it would stand on the badge of a side. */}
      {!smallScreen && (
        <button
          type="button"
          aria-label={t('action.palette')}
          title={keyHint(t('action.palette'), 'palette', apple)}
          onClick={() => {
            chart.begin({ kind: 'choosing-action' });
          }}
        >
          <Command size={19} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
