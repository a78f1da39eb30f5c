import { Info } from 'lucide-react';
import { t } from '../../messages/translate';
import { Button } from '../../ui/button';
import { useServices, useSettings } from '../services';
import styles from './use-notice.module.css';

/** The intended use, shown until it is acknowledged. It does not stand in the way of anything. */
export function UseNotice() {
  const understood = useSettings((s) => s.understood);
  const { settings } = useServices();
  if (understood) return null;
  return (
    <section aria-label={t('use.title')} className={styles['notice']}>
      <Info size={19} aria-hidden="true" />
      <p>
        <b>{t('use.title')}.</b> {t('use.body')} {t('use.review')}
      </p>
      <Button
        onClick={() => {
          settings.setState({ understood: true });
        }}
      >
        {t('use.ack')}
      </Button>
    </section>
  );
}
