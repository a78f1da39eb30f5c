import '../messages/later';
import { HandHelping } from 'lucide-react';
import { t } from '../messages/translate';
import { type Route, routeFragment } from '../state/route';
import { ButtonLink } from '../ui/button-link';
import styles from './hand-over.module.css';

type Props = {
  /** What was done in a session, all that is there of a patient, or where it hurts. */
  readonly to: { readonly session: string } | { readonly patient: string } | { readonly painOf: string };
  /** With its name written out, however narrow the window is. */
  readonly named?: boolean;
};

/** Hands the device over: Preview of a patient, or of what was done in a session. */
export function HandOver({ to, named = false }: Props) {
  const route: Route =
    'session' in to
      ? { screen: 'preview', part: 'session', at: to.session }
      : 'painOf' in to
        ? { screen: 'preview', part: 'pain', at: to.painOf }
        : { screen: 'preview', part: 'for', at: to.patient };
  const name = t('painOf' in to ? 'handing.letMark' : 'handing.show');
  return (
    <ButtonLink href={routeFragment(route)} title={name} icon={<HandHelping size={17} aria-hidden="true" />}>
      <span className={styles['name']} data-named={named}>
        {name}
      </span>
    </ButtonLink>
  );
}
