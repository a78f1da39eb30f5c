import '../../../messages/later';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../../messages/translate';
import { musclesAt } from '../../../state/learn/exam-muscles';
import { createExamRun } from '../../../state/learn/exam-run';
import { useServices } from '../../services';
import type { PartProps } from '../part-props';
import { BegunExam } from './begun-exam';
import { ExamChoose } from './exam-choose';
import { useLearnKit } from './use-learn-kit';

/** The placement exam. Another address is another exam: what stood here before would hide what it asks for. */
export function ExamPart({ at }: PartProps) {
  return <OneExam key={at} at={at} />;
}

/** What is chosen, the run, and its results. */
function OneExam({ at }: PartProps) {
  const { heads } = useServices();
  const { examiner, desk, seed } = useLearnKit();
  const [run] = useState(() => createExamRun({ examiner, heads, desk, seed }));
  const stage = useStore(run.store);
  useEffect(() => {
    void desk.ready();
  }, [desk]);
  return stage.kind === 'choosing' ? (
    <ExamChoose ticked={musclesAt(at)} onStart={run.start} />
  ) : (
    <BegunExam run={run} stage={stage} title={t('exam.name')} onChoose={run.leave} />
  );
}
