import '../../../messages/later';
import { useEffect, useState } from 'react';
import { t } from '../../../messages/translate';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import styles from './placement-run.module.css';

/** Leaving is asked about, by the button as by any link of the page. `go` follows the link, if there was one. */
export function useLeaving() {
  const [to, setTo] = useState<{ readonly href: string | null } | null>(null);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      if (link === null) return;
      event.preventDefault();
      setTo({ href: link.getAttribute('href') });
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    document.addEventListener('click', onClick, { capture: true });
    addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      removeEventListener('beforeunload', onUnload);
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
      if (to?.href != null) location.hash = to.href;
    },
  };
}

type Props = { readonly onStay: () => void; readonly onLeave: () => void };

export function LeaveDialog({ onStay, onLeave }: Props) {
  return (
    <Dialog title={t('exam.leaveTitle')} closeLabel={t('exam.stay')} onClose={onStay}>
      <p>{t('exam.leaveBody')}</p>
      <div className={styles['dialogButtons']}>
        <Button onClick={onLeave}>{t('exam.leave')}</Button>
        <Button tone="primary" onClick={onStay}>
          {t('exam.stay')}
        </Button>
      </div>
    </Dialog>
  );
}
