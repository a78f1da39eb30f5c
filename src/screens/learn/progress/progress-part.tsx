import '../../../messages/later';
import { useMemo, useState } from 'react';
import { progressOf } from '../../../learn/progress';
import { easyMm } from '../../../learn/site-rating';
import { farMm, nearMm } from '../../../learn/summary';
import { t } from '../../../messages/translate';
import type { SiteId } from '../../../protocol/words';
import { useSettings } from '../../services';
import page from '../../shell/page.module.css';
import { useTitle } from '../../use-title';
import { NotKept } from '../not-kept';
import { useHeadingAfter } from '../use-heading-after';
import { useLearning } from '../use-learning';
import { useNow } from '../use-now';
import { LearnerBar } from './learner-bar';
import { MuscleTable } from './muscle-table';
import { ProgressFigures } from './progress-figures';
import { ProgressMap } from './progress-map';
import { SiteList } from './site-list';
import styles from './progress.module.css';

/** What is known: on the head, by muscle and by site, for whoever learns here. */
export function ProgressPart() {
  useTitle(t('progress.name'));
  const { learning } = useLearning();
  const now = useNow();
  const map = useSettings((s) => s.map);
  // Nobody learns here for a moment after one was forgotten.
  const heading = useHeadingAfter(learning === null);
  const [selected, setSelected] = useState<SiteId | null>(null);
  const progress = useMemo(() => (learning === null ? null : progressOf(learning, map, now)), [learning, map, now]);
  if (learning === null || progress === null)
    return (
      <main className={page['page']}>
        <h1>{t('progress.name')}</h1>
        <NotKept />
      </main>
    );
  return (
    <main className={styles['progress']}>
      <div className={styles['top']}>
        <h1 ref={heading} tabIndex={-1}>
          {t('progress.name')}
        </h1>
        <LearnerBar />
      </div>
      <NotKept />
      <div className={styles['map']}>
        <ProgressMap progress={progress} selected={selected} onSelect={setSelected} />
      </div>
      <div className={styles['panel']}>
        <ProgressFigures learning={learning} progress={progress} now={now} />
        <MuscleTable progress={progress} />
        <SiteList progress={progress} now={now} selected={selected} onSelect={setSelected} />
        <p className={styles['quiet']}>{t('progress.model', { easy: easyMm, near: nearMm, far: farMm })}</p>
      </div>
    </main>
  );
}
