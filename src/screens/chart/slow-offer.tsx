import '../../messages/later';
import { type RefObject, useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import { createSlowWatch } from '../../scene/flat/slow-watch';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import styles from './drawn-note.module.css';

/**
 * Offers the drawn map once 3D has proved slow while the user turned the head; never switches by itself. Either answer
 * is kept as the setting, so it is asked once. `stage` holds the map.
 */
export function SlowOffer({ stage }: { readonly stage: RefObject<HTMLElement | null> }) {
  const { settings } = useServices();
  const slow = useSlow(stage);
  if (!slow) return null;
  return (
    <div role="status" className={styles['offer']}>
      <span>{t('drawn.offer')}</span>
      <Button
        onClick={() => {
          settings.setState({ drawing: 'drawn' });
        }}
      >
        {t('drawn.take')}
      </Button>
      <Button
        onClick={() => {
          settings.setState({ drawing: '3d' });
        }}
      >
        {t('drawn.keep')}
      </Button>
    </div>
  );
}

/** Follows the frames that the map counts on its element, and the pointers that hold it. */
function useSlow(stage: RefObject<HTMLElement | null>): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const map = stage.current?.querySelector('[data-usable]');
    if (map == null) return undefined;
    const watch = createSlowWatch();
    const listening = new AbortController();
    const { signal } = listening;
    const lift = (): void => {
      if (watch.lift()) setSlow(true);
    };
    map.addEventListener(
      'pointerdown',
      () => {
        watch.press();
      },
      { signal },
    );
    map.addEventListener('pointerup', lift, { signal });
    map.addEventListener('pointercancel', lift, { signal });
    const frames = new MutationObserver(() => {
      watch.frame(performance.now());
    });
    frames.observe(map, { attributeFilter: ['data-frames'] });
    return () => {
      listening.abort();
      frames.disconnect();
    };
  }, [stage]);
  return slow;
}
