import '../../../messages/later';
import { useState } from 'react';
import { t } from '../../../messages/translate';
import { storeErrorText } from '../../../state/refusal-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { useLearning } from '../use-learning';
import styles from './progress.module.css';

/** Asks before what a learner has learned is deleted. */
export function ForgetLearner({ onClose }: { readonly onClose: () => void }) {
  const { desk, learning } = useLearning();
  const [problem, setProblem] = useState<string | null>(null);
  if (learning === null) return null;
  const values = {
    name: learning.learner.name,
    answers: learning.reviews.length,
    placements: learning.placements.length,
  };
  return (
    <Dialog title={t('progress.forgetTitle', values)} closeLabel={t('progress.close')} onClose={onClose}>
      <div className={styles['form']}>
        <p>{t('progress.forgetWhat', values)}</p>
        {problem !== null && <p role="alert">{problem}</p>}
        <div className={styles['learner']}>
          <Button size="large" onClick={onClose}>
            {t('progress.keep')}
          </Button>
          <Button
            tone="primary"
            size="large"
            onClick={() => {
              void desk.forget().then((error) => {
                if (error === null) onClose();
                else setProblem(t('progress.notKept', { why: storeErrorText(error) }));
              });
            }}
          >
            {t('progress.forgetNow')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
