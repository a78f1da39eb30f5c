import '../../messages/later';
import { t } from '../../messages/translate';
import { signatureMeaning } from '../../state/signature-text';
import styles from './signing.module.css';

/** What a signature proves and what it does not, wherever one is made or read. */
export function SignatureMeaning() {
  const [proves, provesNot] = signatureMeaning();
  return (
    <section aria-label={t('signing.meaning')} className={styles['meaning']}>
      <p>{proves}</p>
      <p>{provesNot}</p>
    </section>
  );
}
