import '../../messages/later';
import { t } from '../../messages/translate';
import type { MapFailure } from '../../scene/map-props';
import styles from './drawn-note.module.css';

/** Says that the head is drawn, and why: what failed, or null where it was so chosen. */
export function DrawnNote({ why }: { readonly why: MapFailure | null }) {
  return (
    <p className={styles['note']} data-chosen={why === null}>
      {t(why === null ? 'drawn.chosen' : texts[why])}
    </p>
  );
}

const texts = { 'no-webgl': 'drawn.noWebgl', 'context-lost': 'drawn.lost', 'model-missing': 'drawn.missing' } as const;
