import '../messages/later';
import { HandHelping } from 'lucide-react';
import { t } from '../messages/translate';
import { type Route, routeFragment } from '../state/route';
import styles from './hand-over.module.css';

type Props = { readonly to: { readonly session: string } | { readonly patient: string } };

/** Hands the device over: Preview of a patient, or of what was done in a session. */
export function HandOver({ to }: Props) {
  const route: Route =
    'session' in to
      ? { screen: 'preview', part: 'session', at: to.session }
      : { screen: 'preview', part: 'for', at: to.patient };
  return (
    <a className={styles['link']} href={routeFragment(route)} title={t('handing.show')}>
      <HandHelping size={17} aria-hidden="true" />
      <span>{t('handing.show')}</span>
    </a>
  );
}
