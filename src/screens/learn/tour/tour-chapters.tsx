import '../../../messages/later';
import { Check } from 'lucide-react';
import { t } from '../../../messages/translate';
import { muscles } from '../../../protocol/paradigm';
import type { MuscleId } from '../../../protocol/words';
import { routeFragment } from '../../../state/route';
import { muscleName } from '../../../state/site-text';
import { MuscleCode } from '../../chart/muscle-code';
import styles from './tour-chapters.module.css';

type Props = { readonly muscle: MuscleId; readonly done: readonly MuscleId[] };

/** The seven muscles in their order, each a link; a tick marks those that were gone through. */
export function TourChapters({ muscle, done }: Props) {
  return (
    <nav aria-label={t('tour.muscles')}>
      <ol className={styles['chapters']}>
        {muscles.map(({ id }) => (
          <li key={id}>
            <a
              href={routeFragment({ screen: 'learn', part: 'tour', at: id })}
              aria-current={id === muscle ? 'step' : undefined}
              aria-label={t(done.includes(id) ? 'tour.muscleDone' : 'tour.muscle', { muscle: muscleName(id) })}
              title={muscleName(id)}
            >
              <MuscleCode muscle={id} />
              {done.includes(id) && <Check size={13} strokeWidth={3} aria-hidden="true" />}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
