import '../../../messages/later';
import { useMemo } from 'react';
import type { Score } from '../../../learn/exam';
import { reasonsFor } from '../../../learn/reasons';
import { judgedMm, nearness } from '../../../learn/summary';
import { t } from '../../../messages/translate';
import type { SiteId } from '../../../protocol/words';
import { faultText, mmFigure, ruleText, siteInFull } from '../../../state/learn/exam-text';
import styles from './exam-results.module.css';
import table from './results-table.module.css';

type Props = {
  readonly score: Score;
  readonly selected: SiteId | null;
  readonly onSelect: (site: SiteId) => void;
};

/** Every site that was asked for, in protocol order. Choosing one turns the head to it. */
export function SiteTable({ score, selected, onSelect }: Props) {
  const faults = useMemo(
    () => new Map(reasonsFor(score, Number.POSITIVE_INFINITY).map((reason) => [reason.pin.site, faultText(reason)])),
    [score],
  );
  const asked = score.task.groups.flatMap((group) => group.asked);
  return (
    <section aria-labelledby="exam-table" className={styles['part']}>
      <div className={styles['partHead']}>
        <h2 id="exam-table">{t('exam.table')}</h2>
        <span>{t('exam.tableHint')}</span>
      </div>
      <table aria-labelledby="exam-table" className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('exam.table.site')}</th>
            <th scope="col">{t('exam.table.mm')}</th>
            <th scope="col">{t('exam.table.note')}</th>
          </tr>
        </thead>
        <tbody>
          {asked.map((site) => {
            const pin = score.pins.find((one) => one.site === site);
            return (
              <tr key={site} data-on={site === selected}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={site === selected}
                    onClick={() => {
                      onSelect(site);
                    }}
                  >
                    {siteInFull(site)}
                  </button>
                </th>
                <td data-near={pin === undefined ? undefined : nearness(judgedMm(pin))}>
                  {pin === undefined ? '' : mmFigure(pin.mm)}
                </td>
                <td>
                  {pin === undefined ? t('exam.notPlaced') : (faults.get(site) ?? ruleText(score.task.map, pin) ?? '')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
