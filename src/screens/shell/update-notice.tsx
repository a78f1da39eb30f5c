import '../../messages/later';
import { RefreshCw } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { t } from '../../messages/translate';
import { offerText, refusedText } from '../../state/update-text';
import type { Updates } from '../../state/updates';
import { Button } from '../../ui/button';
import styles from './update-notice.module.css';

/** Above a screen: a newer version lies on the device. Nothing comes of it unless it is pressed. */
export function UpdateNotice({ updates, locks }: { readonly updates: Updates; readonly locks: boolean }) {
  const { waiting, taking, refused } = useStore(updates.store);
  const band = useRef<HTMLElement>(null);
  // What stands above takes its height from the page, or every screen would scroll.
  useLayoutEffect(() => {
    const { current } = band;
    if (current === null) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => {
      style.setProperty('--above', `${String(current.offsetHeight)}px`);
    });
    watch.observe(current);
    return () => {
      watch.disconnect();
      style.removeProperty('--above');
    };
  }, []);
  if (waiting === null) return null;
  return (
    <section ref={band} aria-label={t('update.ready')} className={styles['notice']}>
      <RefreshCw size={19} aria-hidden="true" />
      <div className={styles['said']}>
        <p role="status">
          <b>{t('update.ready')}.</b> {offerText(waiting, locks)}
        </p>
        <p role="alert" className={styles['refused']}>
          {refused === null ? null : refusedText(refused)}
        </p>
      </div>
      <div className={styles['buttons']}>
        <Button onClick={() => void updates.take()}>{t(taking ? 'update.taking' : 'update.now')}</Button>
        <Button
          tone="quiet"
          onClick={() => {
            updates.later();
            // The button that was pressed is gone, and the keyboard would be with it.
            document.querySelector<HTMLElement>('nav [aria-current="page"]')?.focus();
          }}
        >
          {t('update.later')}
        </Button>
      </div>
    </section>
  );
}
