import { FilePlus2 } from 'lucide-react';
import { t } from '../../../messages/translate';
import type { Patient } from '../../../record/patient';
import type { Chart } from '../../../state/chart';
import { routeFragment } from '../../../state/route';
import { Button } from '../../../ui/button';
import { useServices } from '../../services';

/** Begins a session for a patient and goes to it, whether or not there was one before. Chart says it where none may be begun. */
export async function startSessionFor(chart: Chart, patient: Patient): Promise<void> {
  await chart.newSession(patient);
  location.hash = routeFragment({ screen: 'chart', session: null });
  scrollTo(0, 0);
}

/** The button that does so. */
export function StartSession({ patient }: { readonly patient: Patient }) {
  const { chart } = useServices();
  return (
    <Button
      tone="primary"
      icon={<FilePlus2 size={17} aria-hidden="true" />}
      onClick={() => void startSessionFor(chart, patient)}
    >
      {t('action.newSession')}
    </Button>
  );
}
