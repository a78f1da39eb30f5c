import '../../../messages/later';
import { useStore } from 'zustand';
import { t } from '../../../messages/translate';
import { maps } from '../../../protocol/maps';
import type { TourDesk } from '../../../state/learn/tour-desk';
import { sideHeading } from '../../../state/site-text';
import { Segmented } from '../../../ui/segmented';
import styles from './tour-panel.module.css';

/** Which map is told, and which side of the patient is shown. */
export function TourOptions({ desk, paired }: { readonly desk: TourDesk; readonly paired: boolean }) {
  const { map, side } = useStore(desk.store);
  return (
    <div className={styles['options']}>
      <Segmented
        label={t('tour.map')}
        value={map}
        onChange={desk.setMap}
        options={maps.map(({ id, shortTitle }) => ({ value: id, label: shortTitle }))}
      />
      {paired && (
        <Segmented
          label={t('tour.side')}
          value={side}
          onChange={desk.setSide}
          options={[
            { value: 'left', label: t('side.shortLeft'), name: sideHeading('left') },
            { value: 'right', label: t('side.shortRight'), name: sideHeading('right') },
          ]}
        />
      )}
    </div>
  );
}
