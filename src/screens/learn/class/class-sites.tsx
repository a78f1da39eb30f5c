import '../../../messages/later';
import type { ClassResults } from '../../../learn/class-results';
import { farMm, nearMm } from '../../../learn/summary';
import { t } from '../../../messages/translate';
import { tenths, wayText } from '../../../state/learn/assessment-text';
import { DataTable } from '../../../ui/data-table';
import { SiteNamed } from '../assessment/certificate-view';
import parts from '../assessment/parts.module.css';
import styles from './class.module.css';
import { markOf } from './class-marks';

type Props = {
  readonly results: ClassResults;
  readonly selected: string | null;
  readonly onSelect: (site: string | null) => void;
};

const dash = '–';
const mmOr = (mm: number | null): string => (mm === null ? dash : tenths(mm));
const percent = (share: number): string => t('assess.class.percent', { n: Math.round(100 * share) });

/** The sites of a class, the worst first. A press on one shows it on the head. */
export function ClassSites({ results, selected, onSelect }: Props) {
  return (
    <section className={parts['card']} aria-labelledby="class-sites">
      <h2 id="class-sites">{t('assess.class.sites')}</h2>
      <DataTable labelledBy="class-sites" table={styles['table']} frame={parts['scroll']}>
        <thead>
          <tr>
            <th scope="col">{t('assess.class.site')}</th>
            <th scope="col" data-number>
              {t('assess.class.mean')}
            </th>
            <th scope="col" data-number>
              {t('assess.class.median')}
            </th>
            <th scope="col" data-number>
              {t('assess.class.worstOf')}
            </th>
            <th scope="col" data-number>
              {t('assess.class.over', { mm: nearMm })}
            </th>
            <th scope="col" data-number>
              {t('assess.class.over', { mm: farMm })}
            </th>
            <th scope="col" data-number>
              {t('assess.class.missed')}
            </th>
            <th scope="col">{t('assess.class.direction')}</th>
          </tr>
        </thead>
        <tbody>
          {results.sites.map((one) => {
            const { site, direction } = one;
            return (
              <tr key={site} data-selected={site === selected}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={site === selected}
                    onClick={() => {
                      onSelect(site === selected ? null : site);
                    }}
                  >
                    <SiteNamed site={site} />
                  </button>
                </th>
                <td data-number data-mark={markOf(one)}>
                  {mmOr(one.meanMm)}
                </td>
                <td data-number>{mmOr(one.medianMm)}</td>
                <td data-number>{mmOr(one.worstMm)}</td>
                <td data-number>{percent(one.overNear)}</td>
                <td data-number>{percent(one.overFar)}</td>
                <td data-number>{one.missed}</td>
                <td className={styles['way']}>{direction === null ? '' : (wayText(site, direction) ?? dash)}</td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </section>
  );
}
