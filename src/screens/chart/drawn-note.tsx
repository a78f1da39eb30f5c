import '../../messages/later';
import { X } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/translate';
import type { MapFailure } from '../../scene/map-props';
import styles from './drawn-note.module.css';

/** What was put away stays away until the page is loaded anew. */
const putAway = new Set<MapFailure | null>();

/** Says that the head is drawn, and why: what failed, or null where it was so chosen. It lies over the map: it can be put away. */
export function DrawnNote({ why }: { readonly why: MapFailure | null }) {
  const [, setPutAway] = useState<MapFailure | null>(null);
  if (putAway.has(why)) return null;
  return (
    <p className={styles['note']} data-chosen={why === null}>
      {t(why === null ? 'drawn.chosen' : texts[why])}
      <button
        type="button"
        aria-label={t('drawn.hide')}
        onClick={() => {
          putAway.add(why);
          setPutAway(why);
        }}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </p>
  );
}

const texts = { 'no-webgl': 'drawn.noWebgl', 'context-lost': 'drawn.lost', 'model-missing': 'drawn.missing' } as const;
