import '../../messages/later';
import { FlaskConical } from 'lucide-react';
import { t } from '../../messages/translate';
import { demoPatientId } from '../../state/demo/demo-days';
import { routeFragment } from '../../state/route';
import styles from './demo-link.module.css';

/** One press to a demo patient, in records of its own. Not shown within the demo. */
export const DemoLink = () => (
  <a
    className={styles['link']}
    href={`?demo${routeFragment({ screen: 'patient', patient: demoPatientId, part: 'course' })}`}
  >
    <FlaskConical size={17} aria-hidden="true" />
    {t('demo.open')}
  </a>
);
