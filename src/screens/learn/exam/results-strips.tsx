import '../../../messages/later';
import type { MuscleSummary } from '../../../learn/summary';
import { judgedMm, nearMm, nearness } from '../../../learn/summary';
import { t } from '../../../messages/translate';
import { mmFigure } from '../../../state/learn/exam-text';
import { muscleName } from '../../../state/site-text';
import { MuscleCode } from '../../chart/muscle-code';
import styles from './exam-results.module.css';

/** What can be read off a strip, mm. A pin farther off than the last of the widest stands at its end. */
const scales = [
  [0, nearMm, 10, 15],
  [0, nearMm, 15, 30],
  [0, nearMm, 30, 60],
] as const;

/** Each pin of a muscle on a line of millimetres, against what counts as near. */
export function Strips({ byMuscle }: { readonly byMuscle: readonly MuscleSummary[] }) {
  const worst = Math.max(0, ...byMuscle.flatMap(({ pins }) => pins.map(({ mm }) => mm)));
  const scale = scales.find((marks) => worst <= marks[3]) ?? scales[2];
  const reach = scale[3];
  const at = (mm: number): string => `${((100 * Math.min(mm, reach)) / reach).toFixed(2)}%`;
  if (byMuscle.length === 0) return null;
  return (
    <section aria-labelledby="exam-by-muscle" className={styles['part']}>
      <div className={styles['partHead']}>
        <h2 id="exam-by-muscle">{t('exam.byMuscle')}</h2>
        <span>{t('exam.fromSite')}</span>
      </div>
      <ul className={styles['strips']}>
        {byMuscle.map(({ muscle, pins, meanMm }) => (
          <li key={muscle}>
            <MuscleCode muscle={muscle} />
            <span aria-hidden="true">{muscleName(muscle)}</span>
            <span
              role="img"
              aria-label={t('exam.strip', {
                muscle: muscleName(muscle),
                all: pins.map(({ mm }) => mmFigure(mm)).join(', '),
                mean: mmFigure(meanMm),
              })}
              className={styles['strip']}
            >
              <i style={{ left: at(nearMm) }} />
              {pins.map((pin) => (
                <b key={pin.site} data-near={nearness(judgedMm(pin))} style={{ left: at(pin.mm) }} />
              ))}
            </span>
            <span aria-hidden="true" className={styles['mean']}>
              {mmFigure(meanMm)}
            </span>
          </li>
        ))}
      </ul>
      <div aria-hidden="true" className={styles['axis']}>
        {scale.map((mm) => (
          <span key={mm} style={{ left: at(mm) }}>
            {mm}
          </span>
        ))}
      </div>
    </section>
  );
}
