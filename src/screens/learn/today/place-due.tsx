import '../../../messages/later';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { standardVariant } from '../../../anatomy/variant';
import { taskOf } from '../../../learn/task';
import { t } from '../../../messages/translate';
import type { SiteId } from '../../../protocol/words';
import { createExamRun } from '../../../state/learn/exam-run';
import { Button } from '../../../ui/button';
import { useServices, useSettings } from '../../services';
import page from '../../shell/page.module.css';
import { ExamResults } from '../exam/exam-results';
import { PlacementRun } from '../exam/placement-run';
import { useLearning } from '../use-learning';

type Props = { readonly sites: readonly SiteId[]; readonly onEnd: () => void };

/** The sites that are due, placed as in an exam on the standard head; how near they were says when they are due again. */
export function PlaceDue({ sites, onEnd }: Props) {
  const { heads } = useServices();
  const map = useSettings((s) => s.map);
  const { examiner, desk, seed } = useLearning();
  const [run] = useState(() => {
    const made = createExamRun({ examiner, heads, desk, seed });
    made.again(taskOf(map, standardVariant, sites), sites);
    return made;
  });
  const stage = useStore(run.store);
  const left = stage.kind === 'choosing';
  useEffect(() => {
    if (left) onEnd();
  }, [left, onEnd]);
  switch (stage.kind) {
    case 'choosing':
      return null;
    case 'placing':
      return (
        <PlacementRun
          task={stage.task}
          title={t('learn.part.today')}
          onDone={(attempt) => void run.finish(stage.task, attempt)}
          onLeave={run.leave}
        />
      );
    case 'scoring':
    case 'unscored':
      return (
        <main className={page['page']}>
          <h1>{t('learn.part.today')}</h1>
          {stage.kind === 'scoring' ? (
            <p role="status">{t('exam.scoring')}</p>
          ) : (
            <>
              <p role="alert" className={page['message']}>
                {t('exam.unscored')}
              </p>
              <div>
                <Button tone="primary" onClick={() => void run.finish(stage.task, stage.attempt)}>
                  {t('exam.scoreAgain')}
                </Button>
              </div>
            </>
          )}
        </main>
      );
    case 'results':
      return <ExamResults result={stage} onAgain={run.again} onStart={run.start} onChoose={onEnd} />;
  }
}
