import '../../../messages/later';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../../messages/translate';
import { musclesAt } from '../../../state/learn/exam-muscles';
import { createExamRun } from '../../../state/learn/exam-run';
import { Button } from '../../../ui/button';
import { useServices } from '../../services';
import page from '../../shell/page.module.css';
import type { PartProps } from '../part-props';
import { ExamChoose } from './exam-choose';
import { ExamResults } from './exam-results';
import { PlacementRun } from './placement-run';
import { useLearnKit } from './use-learn-kit';

/** The placement exam: what is chosen, the run, and its results. */
export function ExamPart({ at }: PartProps) {
  const { heads } = useServices();
  const { examiner, desk, seed } = useLearnKit();
  const [run] = useState(() => createExamRun({ examiner, heads, desk, seed }));
  const stage = useStore(run.store);
  useEffect(() => {
    void desk.ready();
  }, [desk]);
  switch (stage.kind) {
    case 'choosing':
      return <ExamChoose ticked={musclesAt(at)} onStart={run.start} />;
    case 'placing':
      return (
        <PlacementRun
          task={stage.task}
          title={t('exam.name')}
          onDone={(attempt) => void run.finish(stage.task, attempt)}
          onLeave={run.leave}
        />
      );
    case 'scoring':
      return (
        <main className={page['page']}>
          <h1>{t('exam.name')}</h1>
          <p role="status">{t('exam.scoring')}</p>
        </main>
      );
    case 'unscored':
      return (
        <main className={page['page']}>
          <h1>{t('exam.name')}</h1>
          <p role="alert" className={page['message']}>
            {t('exam.unscored')}
          </p>
          <div>
            <Button tone="primary" onClick={() => void run.finish(stage.task, stage.attempt)}>
              {t('exam.scoreAgain')}
            </Button>
          </div>
        </main>
      );
    case 'results':
      return <ExamResults result={stage} onAgain={run.again} onStart={run.start} onChoose={run.leave} />;
  }
}
