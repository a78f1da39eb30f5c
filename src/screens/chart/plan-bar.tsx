import '../../messages/later';
import { History } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import { isUntouched } from '../../state/plan-shape';
import { Button } from '../../ui/button';
import { later } from '../../ui/later';
import { useChart, usePractice, useServices } from '../services';
import styles from './plan-bar.module.css';
import { dayText } from './time-text';

const EffectsBefore = later(async () => (await import('./effects-before')).EffectsBefore);

/** What a plan begins with: what was reported after the session before, and what it may be made after. */
export function PlanBar() {
  const session = useChart((s) => s.session);
  const history = useChart((s) => s.history);
  // Nobody is asked about a patient of whom nothing is kept.
  const cameBefore =
    session !== null &&
    history?.patient === session.patient.id &&
    history.past.some((past) => past.patient === session.patient.id && past.id !== session.id);
  return (
    <>
      {cameBefore && <EffectsBefore session={session} />}
      <PlanAfter />
    </>
  );
}

/** Before anything is charted: the plan may be made after the patient's last session, or after a template. */
function PlanAfter() {
  const session = useChart((s) => s.session);
  const history = useChart((s) => s.history);
  const templates = usePractice((s) => s.templates.length);
  const { chart, replanning } = useServices();
  const [last, setLast] = useState<{ readonly of: string; readonly day: string; readonly units: number } | null>(null);
  const untouched = session !== null && isUntouched(session);
  const patient = session?.patient.id ?? '';
  useEffect(() => {
    if (!untouched) return;
    // Only what other sessions say of the patient can change the answer, and it comes with the history.
    void replanning()
      .then((plans) => plans.last(session))
      .then((found) => {
        setLast(found === null ? null : { of: patient, ...found });
      });
    // oxlint-disable-next-line react/exhaustive-deps -- each step of the session is a new object and no new question
  }, [replanning, history, patient, untouched]);
  const offered = last !== null && last.of === patient ? last : null;
  if (!untouched || (offered === null && templates === 0)) return null;
  return (
    <div className={styles['bar']}>
      {offered !== null && (
        <Button
          wide
          icon={<History size={17} aria-hidden="true" />}
          onClick={() => void replanning().then((plans) => plans.asLast())}
        >
          {t('plan.asLastOn', { day: dayText(offered.day), units: offered.units })}
        </Button>
      )}
      {templates > 0 && (
        <Button
          wide
          onClick={() => {
            chart.begin({ kind: 'planning-after' });
          }}
        >
          {t('plan.after')}
        </Button>
      )}
    </div>
  );
}
