import '../../../messages/later';
import { t } from '../../../messages/translate';
import type { createExamRun, ExamStage } from '../../../state/learn/exam-run';
import { Button } from '../../../ui/button';
import page from '../../shell/page.module.css';
import { ExamResults } from './exam-results';
import { PlacementRun } from './placement-run';

type Props = {
  readonly run: ReturnType<typeof createExamRun>;
  readonly stage: Exclude<ExamStage, { readonly kind: 'choosing' }>;
  readonly title: string;
  /** From the results to what is chosen next. */
  readonly onChoose: () => void;
  /** What that is called, where it is not the choice of an exam. */
  readonly onwards?: string;
};

/** A task once it was begun: placed, scored, and its results. */
export function BegunExam({ run, stage, title, onChoose, onwards }: Props) {
  switch (stage.kind) {
    case 'placing':
      return (
        <PlacementRun
          task={stage.task}
          title={title}
          onDone={(attempt) => void run.finish(stage.task, attempt)}
          onLeave={run.leave}
        />
      );
    case 'scoring':
    case 'unscored':
      return (
        <main className={page['page']}>
          <h1>{title}</h1>
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
      return (
        <ExamResults
          result={stage}
          onAgain={run.again}
          onStart={run.start}
          onChoose={onChoose}
          {...(onwards === undefined ? {} : { onwards })}
        />
      );
  }
}
