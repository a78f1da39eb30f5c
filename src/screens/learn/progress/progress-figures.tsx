import '../../../messages/later';
import type { Learning } from '../../../learn/learning';
import { meanOf, placedOn, type Progress } from '../../../learn/progress';
import { daysInARow } from '../../../learn/schedule';
import { t } from '../../../messages/translate';
import { mapOf } from '../../../protocol/maps';
import { KnownBar } from '../known-bar';
import styles from './progress.module.css';

type Props = { readonly learning: Learning; readonly progress: Progress; readonly now: string };

/** The whole in a few figures. */
export function ProgressFigures({ learning, progress, now }: Props) {
  const { all } = progress;
  const last = placedOn(learning.placements, progress.map, now).at(-1);
  const mean = last === undefined ? null : meanOf(last.sites.flatMap(({ mm }) => mm ?? []));
  const row = daysInARow(learning.reviews, now);
  return (
    <section aria-label={t('progress.whole')} className={styles['figures']}>
      <p className={styles['score']}>
        <b>{all.known}</b> {t('progress.of', { of: all.of })}
      </p>
      <KnownBar {...all} />
      <p className={styles['quiet']}>{t('progress.onMap', { map: mapOf(progress.map).shortTitle })}</p>
      <dl>
        <div>
          <dt>{t('progress.begun')}</dt>
          <dd>{all.learning}</dd>
        </div>
        <div>
          <dt>{t('progress.lastMean')}</dt>
          <dd>{mean === null ? t('progress.none') : t('progress.mm', { mm: mean.toFixed(1) })}</dd>
        </div>
        <div>
          <dt>{t('progress.inARow')}</dt>
          <dd>{row}</dd>
        </div>
      </dl>
    </section>
  );
}
