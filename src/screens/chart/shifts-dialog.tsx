import '../../messages/later';
import { t } from '../../messages/translate';
import { mapOf, otherMap } from '../../protocol/maps';
import { mapChanges } from '../../protocol/maps/changes';
import { muscles } from '../../protocol/paradigm';
import type { SiteRow } from '../../ledger/state';
import { shiftText } from '../../state/shift-text';
import { siteName } from '../../state/site-text';
import { DataTable } from '../../ui/data-table';
import { Dialog } from '../../ui/dialog';
import { useChart, useServices } from '../services';
import { ChangeReasons } from './change-reasons';
import styles from './shifts-dialog.module.css';

/** Every fixed site: how far the other map has it from here, along the skin, and why. */
export function ShiftsDialog() {
  const { chart } = useServices();
  const rows = useChart((s) => s.fold.rows);
  const here = mapOf(chart.mapId());
  const other = mapOf(otherMap(here.id));
  return (
    <Dialog
      wide
      title={t('compare.title', { map: here.shortTitle, other: other.shortTitle })}
      closeLabel={t('action.close')}
      onClose={() => {
        chart.begin({ kind: 'idle' });
      }}
    >
      <p className={styles['hint']}>{t('compare.hint')}</p>
      <DataTable label={t('compare.name')} table={styles['table']} frame={styles['scroll']}>
        <thead>
          <tr>
            <th scope="col">{t('compare.site')}</th>
            <th scope="col">{t('compare.shift')}</th>
            <th scope="col">{t('compare.where', { map: other.shortTitle })}</th>
            <th scope="col">{t('compare.why')}</th>
          </tr>
        </thead>
        {muscles.map(({ id }) => (
          <tbody key={id}>
            {rows
              .filter((row) => row.muscle === id && !row.ftp)
              .map((row, at, all) => (
                <Row key={row.id} row={row} why={at === 0 ? all.length : null} />
              ))}
          </tbody>
        ))}
      </DataTable>
    </Dialog>
  );
}

/** @param why over how many rows the muscle's reason runs, if it stands in this one */
function Row({ row, why }: { readonly row: SiteRow; readonly why: number | null }) {
  const { chart } = useServices();
  const shift = chart.shiftOf(row.id);
  if (shift === null) return null;
  const mm = Math.round(shift.shiftMm);
  return (
    <tr data-moved={mm > 0}>
      <th scope="row">{siteName(row)}</th>
      <td className={styles['mm']}>{t('compare.mm', { mm })}</td>
      <td>{shiftText(shift)}</td>
      {why !== null && (
        <td rowSpan={why} className={styles['why']}>
          <ChangeReasons reasons={mapChanges[row.muscle]} />
        </td>
      )}
    </tr>
  );
}
