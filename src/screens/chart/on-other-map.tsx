import '../../messages/later';
import type { SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import { mapOf, otherMap } from '../../protocol/maps';
import { mapChanges } from '../../protocol/maps/changes';
import { shiftText } from '../../state/shift-text';
import { useServices } from '../services';
import { ChangeReasons } from './change-reasons';
import styles from './site-card.module.css';

/** While maps are compared: where the other one has this site, and why. */
export function OnOtherMap({ row }: { readonly row: SiteRow }) {
  const { chart } = useServices();
  const shift = chart.shiftOf(row.id);
  if (shift === null) return null;
  const { shortTitle } = mapOf(otherMap(chart.mapId()));
  return (
    <div className={styles['compared']}>
      <p>
        <b>{t('compare.onOther', { map: shortTitle, shift: shiftText(shift) })}</b>
      </p>
      <ChangeReasons reasons={mapChanges[row.muscle]} />
    </div>
  );
}
