import '../../../messages/later';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../../messages/translate';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import styles from './placement-run.module.css';

/**
 * Leaving is asked about: by the button, by any link of the page, and by the browser's way back. `go` goes where that led,
 * if it led anywhere.
 */
export function useLeaving() {
  /** Lets the address change again. */
  const holding = useRef(() => {});
  const [to, setTo] = useState<{ readonly href: string | null } | null>(null);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      if (link === null) return;
      event.preventDefault();
      setTo({ href: link.getAttribute('href') });
    };
    const here = location.hash;
    // Before the page hears that its address has changed: what was gone to is taken back, and asked about.
    const onWay = (event: PopStateEvent) => {
      const href = location.hash;
      if (href === here) return;
      event.stopImmediatePropagation();
      history.pushState(null, '', here);
      setTo({ href });
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    document.addEventListener('click', onClick, { capture: true });
    addEventListener('beforeunload', onUnload);
    addEventListener('popstate', onWay, { capture: true });
    const stopHolding = () => {
      removeEventListener('popstate', onWay, { capture: true });
    };
    holding.current = stopHolding;
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      removeEventListener('beforeunload', onUnload);
      stopHolding();
    };
  }, []);
  return {
    asked: to !== null,
    ask: () => {
      setTo({ href: null });
    },
    stay: () => {
      setTo(null);
    },
    go: () => {
      holding.current();
      if (to?.href != null) location.hash = to.href;
    },
  };
}

type Props = { readonly leaving: ReturnType<typeof useLeaving>; readonly onLeave: () => void };

/** Asks, once leaving was tried. */
export function LeaveDialog({ leaving, onLeave }: Props) {
  if (!leaving.asked) return null;
  return (
    <Dialog title={t('exam.leaveTitle')} closeLabel={t('exam.stay')} onClose={leaving.stay}>
      <p>{t('exam.leaveBody')}</p>
      <div className={styles['dialogButtons']}>
        <Button
          onClick={() => {
            onLeave();
            leaving.go();
          }}
        >
          {t('exam.leave')}
        </Button>
        <Button tone="primary" onClick={leaving.stay}>
          {t('exam.stay')}
        </Button>
      </div>
    </Dialog>
  );
}
