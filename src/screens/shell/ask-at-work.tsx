import { useEffect, useState } from 'react';
import { whoMayWork } from '../../state/at-work';
import type { Profile } from '../../state/profiles';
import { useServices } from '../services';
import { AtWorkDialog } from './at-work-dialog';

/** Asks who is at work as soon as the records are open, on a device of several injectors: the log is to say who. */
export function AskAtWork() {
  const { signing } = useServices();
  const [profiles, setProfiles] = useState<readonly Profile[]>([]);
  useEffect(() => {
    void signing().then(async ({ profiles: kept, atWork }) => {
      const found = await kept.list();
      if (found.ok) setProfiles(whoMayWork(found.value, atWork.store.getState()));
    });
  }, [signing]);
  if (profiles.length === 0) return null;
  return (
    <AtWorkDialog
      profiles={profiles}
      onClose={() => {
        setProfiles([]);
      }}
    />
  );
}
