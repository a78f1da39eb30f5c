import '../../messages/later';
import { useCallback, useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import { type AtWork, whoMayWork } from '../../state/at-work';
import type { Profile } from '../../state/profiles';
import { Button } from '../../ui/button';
import { useServices } from '../services';
import { AtWorkDialog } from '../shell/at-work-dialog';
import styles from '../shell/at-work.module.css';

type Known = { readonly profiles: readonly Profile[]; readonly worker: AtWork['worker'] };

/** Who may be at work on a device of several, and who is; null where it is nobody's question, undefined until that is known. */
export function useAtWork() {
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
    const first = setTimeout(() => {
      void look().catch((defect: unknown) => {
        // The sessions do not wait for what cannot be had.
        setKnown(null);
        throw defect;
      });
    });
    return () => {
      clearTimeout(first);
    };
  }, [look]);
  return { known, look };
}

export function AtWorkLine({ known, onChange }: { readonly known: Known; readonly onChange: () => void }) {
  const { signing } = useServices();
  const [asking, setAsking] = useState(false);
  const { profiles, worker } = known;
  return (
    <div className={styles['line']}>
      <span>
        {worker === null
          ? t('profiles.nobody')
          : t('profiles.atWork', {
              name: worker.profile.name,
              pin: t(worker.pin ? 'audit.withPin' : 'audit.withoutPin'),
            })}
      </span>
      <Button
        tone="quiet"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t(worker === null ? 'profiles.sayWho' : 'profiles.another')}
      </Button>
      {worker !== null && (
        <Button tone="quiet" onClick={() => void signing().then(async ({ atWork }) => atWork.leave().then(onChange))}>
          {t('profiles.leave')}
        </Button>
      )}
      {asking && (
        <AtWorkDialog
          profiles={profiles}
          onClose={() => {
            setAsking(false);
            onChange();
          }}
        />
      )}
    </div>
  );
}
