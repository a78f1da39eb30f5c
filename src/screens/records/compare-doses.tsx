import '../../messages/later';
import { t } from '../../messages/translate';
import type { BeforeAfter } from '../../record/compare-doses';
import { isOneProduct, type SessionChange } from '../../record/compare-sessions';
import { muscleName } from '../../state/site-text';
import { muscleAndSide, signedUnits } from './compare-text';
import styles from './compare-figures.module.css';

type Row = { readonly key: string; readonly name: string } & BeforeAfter;

/** Units by muscle and side in both sessions, with the difference as a figure and a bar. */
export function CompareDoses({ change }: { readonly change: SessionChange }) {
  const { byMuscle, given, offProtocol, incidents, total } = change.doses;
  const comparable = isOneProduct(change.products);
  const rows: readonly Row[] = byMuscle.map(({ muscle, side, before, after }) => ({
    key: `${muscle} ${side}`,
    name: muscleAndSide(muscleName(muscle), side),
    before,
    after,
  }));
  const beside: readonly Row[] = [
    { key: 'off', name: t('comparison.offProtocol'), ...offProtocol },
    { key: 'incidents', name: t('comparison.incidents'), ...incidents },
  ].filter(({ before, after }) => before > 0 || after > 0);
  const sums: readonly Row[] = [
    { key: 'given', name: t('comparison.given'), ...given },
    ...beside,
    ...(beside.length > 0 ? [{ key: 'total', name: t('comparison.total'), ...total }] : []),
  ];
  const most = Math.max(1, ...rows.map(({ before, after }) => Math.abs(after - before)));
  return (
    <section aria-labelledby="comparison-doses">
      <h2 id="comparison-doses">{t('comparison.doses')}</h2>
      <table className={styles['doses']} aria-labelledby="comparison-doses">
        <thead>
          <tr>
            <th scope="col">{t('comparison.where')}</th>
            <th scope="col">{t('comparison.first')}</th>
            <th scope="col">{t('comparison.second')}</th>
            <th scope="col">{t('comparison.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DoseRow key={row.key} row={row} most={most} comparable={comparable} />
          ))}
        </tbody>
        <tfoot>
          {sums.map((row) => (
            <DoseRow key={row.key} row={row} most={null} comparable={comparable} />
          ))}
        </tfoot>
      </table>
    </section>
  );
}

type DoseRowProps = { readonly row: Row; readonly most: number | null; readonly comparable: boolean };

/** `most`: the greatest difference that a bar shows; null draws none. */
function DoseRow({ row: { name, before, after }, most, comparable }: DoseRowProps) {
  const difference = after - before;
  const share = most === null ? 0 : (50 * Math.abs(difference)) / most;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{before}</td>
      <td>{after}</td>
      <td>
        <span className={styles['figure']}>{comparable ? signedUnits(difference) : t('comparison.notAlike')}</span>
        {most !== null && comparable && (
          <svg className={styles['bar']} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
            <rect x={difference < 0 ? 50 - share : 50} y={2} width={share} height={8} data-less={difference < 0} />
            <path d="M50 0V12" />
          </svg>
        )}
      </td>
    </tr>
  );
}
