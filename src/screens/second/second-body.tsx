import '../../messages/later';
import { useStore } from 'zustand';
import type { Fold } from '../../ledger/state';
import { t } from '../../messages/translate';
import type { Session } from '../../record/session';
import { storeErrorText } from '../../state/refusal-text';
import { type Second, shownSite } from '../../state/second/follow';
import { NextSite } from './next-site';
import { SecondHead } from './second-head';
import styles from './second-screen.module.css';
import { Totals } from './totals';
import { Warnings } from './warnings';

/** The session, or that there is none. */
export function SecondBody({ second }: { readonly second: Second }) {
  const session = useStore(second.store, (s) => s.session);
  const fold = useStore(second.store, (s) => s.fold);
  const error = useStore(second.store, (s) => s.error);
  if (session === null || fold === null)
    return (
      <main className={styles['waiting']}>
        <div role="status">
          <h2>{t('second.waiting')}</h2>
          <p>{error === null ? t('second.waitingBody') : t('second.notShown', { why: storeErrorText(error) })}</p>
        </div>
      </main>
    );
  return <Shown second={second} session={session} fold={fold} />;
}

type Props = { readonly second: Second; readonly session: Session; readonly fold: Fold };

function Shown({ second, session, fold }: Props) {
  const shown = useStore(second.store, shownSite);
  const next = useStore(second.store, (s) => s.next);
  const history = useStore(second.store, (s) => s.history);
  const row = fold.rows.find(({ id }) => id === shown) ?? null;
  return (
    <>
      <Warnings session={session} fold={fold} history={history} />
      <main className={styles['main']}>
        <NextSite map={session.map.id} fold={fold} row={row} next={next} />
        <SecondHead second={second} session={session} fold={fold} row={row} />
        <Totals session={session} fold={fold} at={row?.muscle ?? null} />
      </main>
    </>
  );
}
