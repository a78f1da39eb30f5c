import '../../messages/later';
import { useCallback, useEffect, useRef, useState } from 'react';
import { t } from '../../messages/translate';
import { type AtWork, whoMayWork } from '../../state/at-work';
import type { Profile } from '../../state/profiles';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import { AtWorkDialog } from '../shell/at-work-dialog';
import styles from '../shell/at-work.module.css';

type Known = { readonly profiles: readonly Profile[]; readonly worker: AtWork['worker'] };

/** Who may be at work on a device of several, and who is; null where it is nobody's question, undefined until that is known. */
export function useAtWork(): Known | null | undefined {
  const { signing, lock } = useServices();
  const [known, setKnown] = useState<Known | null>();
  const look = useCallback(async () => {
    const { profiles, atWork } = await signing();
    const listed = await profiles.list();
    const own = listed.ok ? whoMayWork(listed.value, { worker: null }) : [];
    const asked = own.length > 0 && lock.getState().state !== 'read-only';
    setKnown(asked ? { profiles: own, worker: atWork.store.getState().worker } : null);
  }, [signing, lock]);
  useEffect(() => {
    let left = false;
    let unwatch: (() => void) | null = null;
    const begin = async () => {
      const { store } = (await signing()).atWork;
      if (left) return;
      // It is said elsewhere as well: in the dialog that follows an unlock.
      unwatch = store.subscribe(() => void look());
      await look();
    };
    const first = setTimeout(() => {
      void begin().catch((defect: unknown) => {
        // The sessions do not wait for what cannot be had.
        setKnown(null);
        throw defect;
      });
    });
    return () => {
      left = true;
      clearTimeout(first);
      unwatch?.();
    };
  }, [look, signing]);
  return known;
}

export function AtWorkLine({ known: { profiles, worker } }: { readonly known: Known }) {
  const { signing } = useServices();
  const [asking, setAsking] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  const leave = async () => {
    await (await signing()).atWork.leave();
    // The button that was pressed goes; the one beside it stays.
    line.current?.querySelector('button')?.focus();
  };
  return (
    <div ref={line} className={styles['line']}>
      <span>
        {worker === null
          ? t('profiles.nobody')
          : t('profiles.atWork', {
              name: worker.profile.name,
              pin: t(worker.pin ? 'audit.withPin' : 'audit.withoutPin'),
            })}
      </span>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {t(worker === null ? 'profiles.sayWho' : 'profiles.another')}
      </Button>
      {worker !== null && <Button onClick={() => void leave()}>{t('profiles.leaveNow')}</Button>}
      {asking && (
        <AtWorkDialog
          profiles={profiles}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}
