import '../../messages/later';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../messages/translate';
import { hereText, keptText, missedText, offerText, refusedText } from '../../state/update-text';
import type { Updates } from '../../state/updates';
import { Button } from '../../ui/button';
import { useServices, useSettings } from '../services';
import page from '../shell/page.module.css';
import styles from './settings-screen.module.css';

/** Which build this is, whether it is on the device whole, and the newer one where one waits. */
export function VersionLines() {
  const { updates } = useServices();
  const [desk, setDesk] = useState<Updates | null>(null);
  useEffect(() => {
    void updates().then(setDesk, () => undefined);
  }, [updates]);
  return desk === null ? null : <Lines desk={desk} />;
}

function Lines({ desk }: { readonly desk: Updates }) {
  const state = useStore(desk.store);
  const { here, waiting, taking, refused } = state;
  const locks = useSettings((s) => s.locks);
  const missed = missedText(state);
  return (
    <>
      <p>
        {here !== null && <>{hereText(here)} </>}
        {keptText(state)}
      </p>
      {missed !== null && <p>{missed}</p>}
      {waiting !== null && (
        <>
          <p>
            <b>{t('update.ready')}.</b> {offerText(waiting, locks)} {t('update.otherwise')}
          </p>
          <div className={styles['row']}>
            <Button tone="primary" onClick={() => void desk.take()}>
              {t(taking ? 'update.taking' : 'update.now')}
            </Button>
          </div>
        </>
      )}
      <p role="alert" className={page['message']}>
        {refused === null ? null : refusedText(refused)}
      </p>
    </>
  );
}
