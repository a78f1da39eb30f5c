import '../../../../messages/later';
import { useId } from 'react';
import { t } from '../../../../messages/translate';
import { responseLines } from '../../../../outcomes/rules';
import { beforeAfterLines, cycleRows, trendText } from '../../../../state/outcomes/course-rows';
import type { CourseView } from '../../../../state/outcomes/course-view';
import parts from '../parts.module.css';
import styles from './course-part.module.css';

/** Each cycle against the patient's own baseline, and how it went from one to the next. */
export function CyclesTable({ view }: { readonly view: CourseView }) {
  const title = useId();
  const rows = cycleRows(view);
  if (rows.length === 0) return null;
  return (
    <section className={parts['card']} aria-labelledby={title}>
      <h2 id={title}>{t('course.cycles')}</h2>
      <div className={parts['frame']}>
        <table className={parts['table']} aria-labelledby={title}>
          <thead>
            <tr>
              <th scope="col">{t('course.cycle')}</th>
              <th scope="col">{t('course.treatedOn')}</th>
              <th scope="col">{t('course.headachePerMonth')}</th>
              <th scope="col">{t('course.change')}</th>
              <th scope="col">{t('course.percentChange')}</th>
              <th scope="col">{t('course.line', { percent: responseLines.thirty.percent })}</th>
              <th scope="col">{t('course.line', { percent: responseLines.fifty.percent })}</th>
              <th scope="col">{t('course.migraineChange')}</th>
              <th scope="col">{t('course.acuteChange')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.cycle}</th>
                <td className={parts['day']}>{row.from}</td>
                <td className={parts['strong']}>{row.headache}</td>
                <td>{row.change}</td>
                <td className={parts['strong']}>{row.percent}</td>
                <td>{row.by30}</td>
                <td>{row.by50}</td>
                <td>{row.migraine}</td>
                <td>{row.acute}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {view.trend.length > 0 && (
        <>
          <h3 className={styles['subhead']}>{t('course.trend')}</h3>
          <ul className={styles['lines']}>
            {view.trend.map((one) => (
              <li key={one.to}>{trendText(one)}</li>
            ))}
          </ul>
        </>
      )}
      {view.rule?.stop?.beforeAndAfter === true && (
        <>
          <h3 className={styles['subhead']}>{t('course.beforeAfter')}</h3>
          <ul className={styles['lines']}>
            {beforeAfterLines(view).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p className={parts['fine']}>{t('course.cyclesHow')}</p>
    </section>
  );
}
