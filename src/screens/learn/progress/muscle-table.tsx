import '../../../messages/later';
import type { Progress, Tally } from '../../../learn/progress';
import { t } from '../../../messages/translate';
import { muscleName } from '../../../state/site-text';
import { MuscleCode } from '../../chart/muscle-code';
import { KnownBar } from '../known-bar';
import styles from './progress.module.css';

/** What is known, muscle by muscle. */
export function MuscleTable({ progress }: { readonly progress: Progress }) {
  const { general } = progress;
  const none: Tally = { of: 0, known: 0, learning: 0 };
  return (
    <table className={styles['table']}>
      <caption>{t('progress.byMuscle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('progress.muscle')}</th>
          <th scope="col">{t('progress.sitesKnown')}</th>
          <th scope="col">{t('progress.factsKnown')}</th>
          <th scope="col">{t('progress.meanMm')}</th>
        </tr>
      </thead>
      <tbody>
        {progress.muscles.map(({ muscle, sites, facts, meanMm }) => (
          <tr key={muscle}>
            <th scope="row">
              <span>
                <MuscleCode muscle={muscle} /> {muscleName(muscle)}
              </span>
              <KnownBar {...together(sites, facts)} />
            </th>
            <td>{t('progress.known', { known: sites.known, of: sites.of })}</td>
            <td>{t('progress.known', { known: facts.known, of: facts.of })}</td>
            <td>{meanMm === null ? t('progress.none') : meanMm.toFixed(1)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">
            <span>{t('progress.general')}</span>
            <KnownBar {...together(none, general)} />
          </th>
          <td>{t('progress.none')}</td>
          <td>{t('progress.known', { known: general.known, of: general.of })}</td>
          <td>{t('progress.none')}</td>
        </tr>
      </tbody>
    </table>
  );
}

const together = (a: Tally, b: Tally): Tally => ({
  of: a.of + b.of,
  known: a.known + b.known,
  learning: a.learning + b.learning,
});
