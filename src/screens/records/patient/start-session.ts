import type { Patient } from '../../../record/patient';
import type { Chart } from '../../../state/chart';
import { routeFragment } from '../../../state/route';

/** Begins a session for a patient and goes to it, whether or not there was one before. Chart says it where none may be begun. */
export async function startSessionFor(chart: Chart, patient: Patient): Promise<void> {
  await chart.newSession(patient);
  location.hash = routeFragment({ screen: 'chart', session: null });
  scrollTo(0, 0);
}
