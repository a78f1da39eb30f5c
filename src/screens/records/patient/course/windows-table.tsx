import '../../../../messages/later';
import { useId } from 'react';
import { t } from '../../../../messages/translate';
import { windowRows } from '../../../../state/outcomes/course-rows';
import { migraineText } from '../../../../state/outcomes/course-response-text';
import type { CourseView } from '../../../../state/outcomes/course-view';
import parts from '../parts.module.css';

/** The figures of the chart, and those it has no room for: a window a row. */
export function WindowsTable({ view }: { readonly view: CourseView }) {
  const title = useId();
  return (
    <section className={parts['card']} aria-labelledby={title}>
      <h2 id={title}>{t('course.windows')}</h2>
      <div className={parts['frame']}>
        <table className={parts['table']} aria-labelledby={title}>
          <thead>
            <tr>
              <th scope="col">{t('course.span28')}</th>
              <th scope="col">{t('course.where')}</th>
              <th scope="col">{t('course.headacheDays')}</th>
              <th scope="col">{t('course.migraineDays')}</th>
              <th scope="col">{t('course.acuteDays')}</th>
              <th scope="col">{t('course.missedDays')}</th>
            </tr>
          </thead>
          <tbody>
            {windowRows(view).map((row) => (
              <tr key={row.key}>
                <th scope="row" className={parts['span']}>
                  {row.span}
                </th>
                <td>{row.where}</td>
                <td className={parts['strong']}>{row.headache}</td>
                <td>{row.migraine}</td>
                <td>{row.acute}</td>
                <td>{row.missed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={parts['fine']}>{t('course.bounded')}</p>
      <p className={parts['fine']}>{migraineText()}</p>
    </section>
  );
}
