import '../../messages/later';
import { Link2, Link2Off } from 'lucide-react';
import { useStore } from 'zustand';
import { t } from '../../messages/translate';
import { routeFragment } from '../../state/route';
import type { Second } from '../../state/second/follow';
import { isLocked } from '../../state/signature';
import { Button } from '../../ui/button';
import { Mark } from '../shell/mark';
import styles from './second-bar.module.css';

/** Whose session this is, which window charts it, and whether what is pointed at there is shown here. */
export function SecondBar({ second }: { readonly second: Second }) {
  const session = useStore(second.store, (s) => s.session);
  const charting = useStore(second.store, (s) => s.charting);
  const follows = useStore(second.store, (s) => s.follows);
  const signed = useStore(second.store, (s) => isLocked(s.signature));
  const state = signed ? t('second.signed') : session?.finishedAt === undefined ? null : t('second.finished');
  return (
    <header className={styles['bar']}>
      <Mark />
      <h1>
        {session === null
          ? t('second.title')
          : session.patient.label === ''
            ? t('second.noPatient')
            : session.patient.label}
      </h1>
      {state !== null && <span className={styles['state']}>{state}</span>}
      <p role="status" data-left={session !== null && charting.here === 0}>
        {session !== null && (charting.here === 0 ? t('second.left') : t('second.charted', { n: charting.here }))}
        {charting.elsewhere > 0 && ` ${t('second.elsewhere', { n: charting.elsewhere })}`}
      </p>
      <div className={styles['end']}>
        <Button
          aria-pressed={follows}
          title={t('second.followHint')}
          icon={follows ? <Link2 size={18} aria-hidden="true" /> : <Link2Off size={18} aria-hidden="true" />}
          onClick={() => {
            second.setFollows(!follows);
          }}
        >
          {t('second.follow')}
        </Button>
        <a href={routeFragment({ screen: 'chart', session: null })}>{t('second.toChart')}</a>
      </div>
    </header>
  );
}
