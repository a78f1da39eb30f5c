import '../../messages/later';
import { Brush, Eraser, Redo2, Rotate3d, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { brushes } from '../../anatomy/brush';
import { t } from '../../messages/translate';
import type { PainDesk } from '../../state/pain-desk';
import { painPlaceName, painPlaces } from '../../state/pain-places';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import { Segmented } from '../../ui/segmented';
import { useChart } from '../services';
import styles from './pain-panel.module.css';

const places = painPlaces.map((place) => ({ value: place.id, label: painPlaceName(place), place }));

/** Drawing pain: with a brush on the head, or by the name of a place. */
export function PainBrush({ pain, writable }: { readonly pain: PainDesk; readonly writable: boolean }) {
  const painting = useChart((s) => s.painting);
  const session = useChart((s) => s.session);
  const [chosen, setChosen] = useState(places[0]?.value ?? '');
  const recorded = session?.visit?.pain;
  const count = painting?.dabs.length ?? recorded?.dabs.length ?? 0;
  const place = places.find(({ value }) => value === chosen)?.place;
  const otherHead = recorded !== undefined && recorded.head.variant !== session?.head.variant;
  return (
    <>
      {writable && painting !== null && (
        <>
          <div className={styles['wide']}>
            <Segmented
              label={t('pain.tool')}
              value={painting.tool}
              onChange={pain.take}
              options={[
                { value: 'draw', label: t('pain.tool.draw'), icon: <Brush size={16} aria-hidden="true" /> },
                { value: 'erase', label: t('pain.tool.erase'), icon: <Eraser size={16} aria-hidden="true" /> },
                { value: 'turn', label: t('pain.tool.turn'), icon: <Rotate3d size={16} aria-hidden="true" /> },
              ]}
            />
          </div>
          <div className={styles['wide']}>
            <Segmented
              label={t('pain.size')}
              value={String(painting.radiusMm)}
              onChange={(value) => {
                const size = brushes.sizesMm.find((mm) => String(mm) === value);
                if (size !== undefined) pain.size(size);
              }}
              options={brushes.sizesMm.map((mm) => ({ value: String(mm), label: t('pain.sizeMm', { mm: 2 * mm }) }))}
            />
          </div>
          <div className={styles['row']}>
            <Button
              icon={<Undo2 size={16} aria-hidden="true" />}
              disabled={painting.past.length === 0}
              onClick={pain.undo}
            >
              {t('pain.undo')}
            </Button>
            <Button
              icon={<Redo2 size={16} aria-hidden="true" />}
              disabled={painting.ahead.length === 0}
              onClick={pain.redo}
            >
              {t('pain.redo')}
            </Button>
            <Button icon={<Trash2 size={16} aria-hidden="true" />} disabled={count === 0} onClick={pain.clear}>
              {t('pain.clear')}
            </Button>
          </div>
          <p className={styles['note']}>{t('pain.hint')}</p>
          <SelectField label={t('pain.byName')} value={chosen} options={places} onChange={setChosen} />
          <div className={styles['row']}>
            <Button
              onClick={() => {
                if (place !== undefined) void pain.put(place, 'draw');
              }}
            >
              {t('pain.put')}
            </Button>
            <Button
              disabled={count === 0}
              onClick={() => {
                if (place !== undefined) void pain.put(place, 'erase');
              }}
            >
              {t('pain.takeAway')}
            </Button>
          </div>
        </>
      )}
      <p role="status">{t('pain.count', { dabs: count })}</p>
      {otherHead && <p className={styles['warn']}>{t('pain.otherHead')}</p>}
    </>
  );
}
