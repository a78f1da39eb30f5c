import '../../messages/later';
import { t } from '../../messages/translate';
import { storeErrorText } from '../../state/refusal-text';
import { Button } from '../../ui/button';
import styles from './not-kept.module.css';
import { useLearning } from './use-learning';

/** Says what of the learning is not kept, or cannot be read, while that is so. */
export function NotKept() {
  const { desk, problem, unkept, unread } = useLearning();
  if (problem === null && unread === 0) return null;
  return (
    <div role="alert" className={styles['notKept']}>
      {problem !== null && (
        <p>{t(unkept > 0 ? 'progress.unkept' : 'progress.problem', { n: unkept, why: storeErrorText(problem) })} </p>
      )}
      {unread > 0 && <p>{t('progress.unread', { n: unread })}</p>}
      {unkept > 0 && (
        <Button
          onClick={() => {
            void desk.ready();
          }}
        >
          {t('progress.keepNow')}
        </Button>
      )}
    </div>
  );
}
