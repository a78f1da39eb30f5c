import '../../../messages/later';
import { t } from '../../../messages/translate';
import type { MuscleDebrief } from '../../../state/training/debrief';
import { muscleName } from '../../../state/site-text';
import page from '../../shell/page.module.css';
import { MuscleCode } from '../../chart/muscle-code';
import styles from './debrief-page.module.css';

/** Units and sites, muscle by muscle, beside those of the model answer. */
export function DebriefMuscles({ muscles }: { readonly muscles: readonly MuscleDebrief[] }) {
  return (
    <section className={page['card']} aria-label={t('training.byMuscle')}>
      <h2>{t('training.byMuscle')}</h2>
      <table className={styles['muscles']}>
        <thead>
          <tr>
            <th scope="col">{t('training.muscle')}</th>
            <th scope="col">{t('training.given')}</th>
            <th scope="col">{t('training.model')}</th>
          </tr>
        </thead>
        <tbody>
          {muscles.map(({ muscle, sites, units, plannedSites, plannedUnits }) => (
            <tr key={muscle}>
              <th scope="row">
                <span>
                  <MuscleCode muscle={muscle} />
                  {muscleName(muscle)}
                </span>
              </th>
              <td>{t('training.dose', { units, sites })}</td>
              <td>{t('training.dose', { units: plannedUnits, sites: plannedSites })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
