import '../../../messages/later';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ClassResults, ClassRow } from '../../../learn/class-results';
import { locale } from '../../../messages/locale';
import { type MessageKey, t } from '../../../messages/translate';
import type { AssessmentDesk } from '../../../state/learn/assessment-desk';
import { tenths, timeText } from '../../../state/learn/assessment-text';
import { storeErrorText } from '../../../state/refusal-text';
import { Button } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { dayText } from '../../chart/time-text';
import page from '../../shell/page.module.css';
import parts from '../assessment/parts.module.css';
import styles from './class.module.css';

type Column = 'learner' | 'verdict' | 'found' | 'mean' | 'worst' | 'time' | 'taken';
type Sorting = { readonly by: Column; readonly down: boolean };

const columns: readonly Column[] = ['learner', 'verdict', 'found', 'mean', 'worst', 'time', 'taken'];
const nameOf = (column: Column): MessageKey => `assess.class.${column}`;

/** What a column is sorted by; rows without it come last, whichever way. */
function sortedBy({ taken, verdict, figures }: ClassRow, by: Column): string | number | null {
  switch (by) {
    case 'learner':
      return taken.learner.toLowerCase();
    case 'verdict':
      return verdict.passed ? 1 : 0;
    case 'found':
      return figures.within;
    case 'mean':
      return figures.meanMm;
    case 'worst':
      return figures.worst?.mm ?? null;
    case 'time':
      return taken.result.tookMs;
    case 'taken':
      return Date.parse(taken.takenAt);
  }
}

const sorted = (rows: readonly ClassRow[], { by, down }: Sorting): readonly ClassRow[] =>
  rows.toSorted((a, b) => {
    const [one, other] = [sortedBy(a, by), sortedBy(b, by)];
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    const order = typeof one === 'string' ? one.localeCompare(String(other), locale) : one - Number(other);
    return down ? -order : order;
  });

type Props = { readonly desk: AssessmentDesk; readonly results: ClassResults };

/** Every certificate of a class; a press on a heading sorts by it. */
export function ClassLearners({ desk, results }: Props) {
  const { certificates } = useStore(desk.store);
  const [sorting, setSorting] = useState<Sorting>({ by: 'taken', down: true });
  const [problem, setProblem] = useState<string | null>(null);
  const rows = useMemo(() => sorted(results.rows, sorting), [results, sorting]);
  return (
    <section className={parts['card']} aria-labelledby="class-learners">
      <h2 id="class-learners">{t('assess.class.learners')}</h2>
      <p role="alert" className={page['message']}>
        {problem}
      </p>
      <DataTable labelledBy="class-learners" table={styles['table']} frame={parts['scroll']}>
        <thead>
          <tr>
            {columns.map((column) => {
              const isBy = sorting.by === column;
              const order = isBy ? (sorting.down ? 'descending' : 'ascending') : undefined;
              return (
                <th key={column} scope="col" aria-sort={order} data-number={isNumber(column)}>
                  <button
                    type="button"
                    onClick={() => {
                      setSorting({ by: column, down: isBy && !sorting.down });
                    }}
                  >
                    {t(nameOf(column))}
                    {isBy && (sorting.down ? <ArrowDown size={13} aria-hidden /> : <ArrowUp size={13} aria-hidden />)}
                  </button>
                </th>
              );
            })}
            <th scope="col">{t('assess.class.signed')}</th>
            <th scope="col">
              <span className="hidden">{t('assess.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ taken, verdict, figures, counts }) => {
            const kept = certificates.find(({ certificate }) => certificate.hash === taken.id);
            return (
              <tr key={taken.id} data-counts={counts}>
                <th scope="row">
                  {taken.learner}
                  {!counts && <small>{t('assess.class.earlier')}</small>}
                </th>
                <td>
                  <span className={parts['chip']} data-passed={verdict.passed}>
                    {t(verdict.passed ? 'assess.result.passed' : 'assess.result.failed')}
                  </span>
                </td>
                <td data-number>{t('assess.criterion.of', { found: figures.within, of: figures.sites })}</td>
                <td data-number>{figures.meanMm === null ? '–' : tenths(figures.meanMm)}</td>
                <td data-number>{figures.worst === null ? '–' : tenths(figures.worst.mm)}</td>
                <td data-number>{timeText(taken.result.tookMs)}</td>
                <td>{dayText(taken.takenAt)}</td>
                <td>
                  {kept?.certificate.author.name}
                  {kept !== undefined && (
                    <small title={kept.keyName}>{t('assess.class.key', { key: kept.keyName.slice(0, 8) })}</small>
                  )}
                </td>
                <td>
                  <Button
                    tone="quiet"
                    icon={<Trash2 size={17} aria-hidden="true" />}
                    aria-label={t('assess.class.removeOne', { learner: taken.learner })}
                    onClick={() => {
                      if (kept === undefined) return;
                      void desk.removeCertificate(kept).then((error) => {
                        setProblem(error === null ? null : t('assess.notKept', { why: storeErrorText(error) }));
                      });
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
      <p className={styles['hint']}>{t('assess.proves')}</p>
    </section>
  );
}

const isNumber = (column: Column): boolean => ['found', 'mean', 'worst', 'time'].includes(column);
