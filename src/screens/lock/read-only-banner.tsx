import '../../messages/later';
import { Eye } from 'lucide-react';
import { t } from '../../messages/translate';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import styles from './lock-screen.module.css';

/** Above every screen in emergency view: what is shown can be read, and nothing is written. */
export function ReadOnlyBanner() {
  const { vault } = useServices();
  return (
    <div role="note" className={styles['banner']}>
      <Eye size={18} aria-hidden="true" />
      <p>
        <b>{t('lock.emergency')}.</b> {t('lock.banner')}
      </p>
      <Button
        onClick={() => {
          void vault().then((desk) => desk.lock());
        }}
      >
        {t('protect.lockNow')}
      </Button>
    </div>
  );
}
