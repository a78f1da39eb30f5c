import '../../../messages/later';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { standardVariant } from '../../../anatomy/variant';
import { taskOf } from '../../../learn/task';
import { t } from '../../../messages/translate';
import type { SiteId } from '../../../protocol/words';
import { createExamRun } from '../../../state/learn/exam-run';
import { useServices, useSettings } from '../../services';
import { BegunExam } from '../exam/begun-exam';
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
  return stage.kind === 'choosing' ? null : (
    <BegunExam run={run} stage={stage} title={t('learn.part.today')} onChoose={onEnd} onwards={t('exam.toToday')} />
  );
}
