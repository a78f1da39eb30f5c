import '../../messages/later';
import { useId, useMemo, useState } from 'react';
import { t } from '../../messages/translate';
import { offProtocolMuscles } from '../../protocol/off-protocol';
import { sumOfUnits } from '../../protocol/words';
import { dayOf } from '../../record/calendar';
import {
  dosesByRegion,
  type ProductDoses,
  type Region,
  type RegionDose,
  regionKey,
  type Split,
  withinMonths,
} from '../../record/dose-by-region';
import type { ReadSession } from '../../state/compare-desk';
import { muscleName, sideName } from '../../state/site-text';
import { Segmented } from '../../ui/segmented';
import { useServices } from '../services';
import { muscleAndSide } from './compare-text';
import figures from './compare-figures.module.css';
import styles from './compare-screen.module.css';

/** What "last year" means here, months. Chosen: a year of quarterly sessions. */
const yearMonths = 12;

/** The cumulative dose by region of the skin, of all sessions or of the last year. */
export function CompareRegions({ sessions }: { readonly sessions: readonly ReadSession[] }) {
  const { chart } = useServices();
  const [period, setPeriod] = useState<'ever' | 'year'>('ever');
  const [today] = useState(() => dayOf(chart.now()));
  const doses = useMemo(
    () => dosesByRegion(period === 'ever' ? sessions : withinMonths(sessions, today, yearMonths)),
    [sessions, period, today],
  );
  return (
    <section aria-labelledby="comparison-regions" className={styles['lower']}>
      <div className={styles['lowerHead']}>
        <h2 id="comparison-regions">{t('comparison.regions')}</h2>
        <Segmented
          label={t('comparison.period')}
          value={period}
          onChange={setPeriod}
          options={[
            { value: 'ever', label: t('comparison.period.ever') },
            { value: 'year', label: t('comparison.period.year', { months: yearMonths }) },
          ]}
        />
      </div>
      {doses.length === 0 && <p>{t('comparison.noDose')}</p>}
      {doses.map((product) => (
        <Product key={product.product} product={product} />
      ))}
      <p className={styles['fine']}>{t('comparison.regionsHint')}</p>
    </section>
  );
}

function Product({ product: { product, regions, all, sessions } }: { readonly product: ProductDoses }) {
  const caption = useId();
  const most = Math.max(...regions.map((row) => sumOf(row)));
  return (
    <>
      <p id={caption}>
        {t('comparison.regionsOf', {
          product,
          units: both(all),
          n: sessions,
          unsigned: all.unsigned,
        })}
      </p>
      <div className={figures['regionsFrame']}>
        <table className={figures['regions']} aria-labelledby={caption}>
          <thead>
            <tr>
              <th scope="col">{t('comparison.region')}</th>
              <th scope="col">{t('comparison.sum')}</th>
              <th scope="col">{t('comparison.signedUnits')}</th>
              <th scope="col">{t('comparison.unsignedUnits')}</th>
              <th scope="col">{t('comparison.outside')}</th>
            </tr>
          </thead>
          <tbody>
            {regions.map((row) => (
              <RegionRow key={regionKey(row.region)} row={row} most={most} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function RegionRow({ row, most }: { readonly row: RegionDose; readonly most: number }) {
  const { given, incidents, region } = row;
  const signed = sumOfUnits([given.signed, incidents.signed]);
  const unsigned = sumOfUnits([given.unsigned, incidents.unsigned]);
  const [solid, hatched] = [(100 * signed) / most, (100 * unsigned) / most];
  return (
    <tr>
      <th scope="row">{regionName(region)}</th>
      <td>
        <span className={figures['figure']}>{sumOf(row)}</span>
        <svg className={figures['bar']} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
          <rect x={0} y={2} width={solid} height={8} />
          <rect x={solid} y={2} width={hatched} height={8} data-open="true" />
        </svg>
      </td>
      <td>{signed}</td>
      <td>{unsigned}</td>
      <td>{both(incidents)}</td>
    </tr>
  );
}

const both = ({ signed, unsigned }: Split): number => sumOfUnits([signed, unsigned]);
const sumOf = ({ given, incidents }: RegionDose): number =>
  sumOfUnits([given.signed, given.unsigned, incidents.signed, incidents.unsigned]);

function regionName(region: Region): string {
  switch (region.kind) {
    case 'muscle':
      return muscleAndSide(muscleName(region.muscle), region.side);
    case 'off-protocol':
      return t('comparison.regionOff', {
        muscle: offProtocolMuscles[region.muscle].name,
        side: sideName[region.side],
      });
    case 'nowhere':
      return t('comparison.nowhere');
  }
}
