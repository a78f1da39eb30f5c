import { useEffect, useState } from 'react';
import type { StoreError } from '../../../record/ports';
import type { AssessmentDesk } from '../../../state/learn/assessment-desk';
import { useServices } from '../../services';

/** The desk of assessments with what is kept read, and why it could not be; null until it is there. */
export function useAssessments(): { readonly desk: AssessmentDesk; readonly problem: StoreError | null } | null {
  const { learn } = useServices();
  const [found, setFound] = useState<ReturnType<typeof useAssessments>>(null);
  useEffect(() => {
    let mine = true;
    void learn().then(async ({ assessments }) => {
      const problem = await assessments.ready();
      if (mine) setFound({ desk: assessments, problem });
    });
    return () => {
      mine = false;
    };
  }, [learn]);
  return found;
}
