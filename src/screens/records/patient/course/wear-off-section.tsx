import '../../../../messages/later';
import { useId } from 'react';
import { t } from '../../../../messages/translate';
import { withheldText } from '../../../../state/outcomes/course-sessions';
import type { CourseView } from '../../../../state/outcomes/course-view';
import { wearOffText, weekRows } from '../../../../state/outcomes/course-wear-off-text';
import parts from '../parts.module.css';
import { SaidBox } from '../said-box';
import styles from './course-part.module.css';
import { WeekChart } from './week-chart';

/** How headache days go from week to week after a treatment, over all cycles. */
export function WearOffSection({ view }: { readonly view: CourseView }) {
  const title = useId();
  const rows = weekRows(view.wearOff);
  const withheld = withheldText(view);
  if (withheld !== null)
    return (
      <section className={parts['card']} aria-labelledby={title}>
        <h2 id={title}>{t('course.wearOff')}</h2>
        <SaidBox said={withheld} />
      </section>
    );
  if (rows.length === 0) return null;
  const said = wearOffText(view.wearOff);
  return (
    <section className={parts['card']} aria-labelledby={title}>
      <h2 id={title}>{t('course.wearOff')}</h2>
      {said === null ? <p className={parts['none']}>{t('course.noWearOff')}</p> : <SaidBox said={said} />}
      <div className={styles['weeks']}>
        <WeekChart rows={rows} />
        <div className={parts['frame']}>
          <table className={parts['table']} aria-label={t('course.weekTable')}>
            <thead>
              <tr>
                <th scope="col">{t('course.week')}</th>
                <th scope="col">{t('course.daysOfSeven')}</th>
                <th scope="col">{t('course.recordedDays')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ week, text, of }) => (
                <tr key={week}>
                  <th scope="row">{week}</th>
                  <td className={parts['strong']}>{text}</td>
                  <td>{of}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}
