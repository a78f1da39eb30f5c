import type { Lock } from '../state/lock';
import type { PracticeStore } from '../state/practice';
import { createPracticeDesk, type PracticeDesk } from '../state/practice-desk';
import type { SettingsStore } from '../state/settings';
import type { Channel } from '../storage/session-news';
import type { LazyStore } from './lazy-store';

export type PracticeParts = {
  readonly store: Pick<LazyStore, 'records'>;
  readonly practice: PracticeStore;
  readonly settings: SettingsStore;
  readonly lock: Lock;
  readonly channel: Channel;
};

const changed = 'practice-changed';

/** What the practice keeps: read now, and again when the vault opens or another window has written it. */
export async function openPractice({ store, lock, channel, ...parts }: PracticeParts): Promise<PracticeDesk> {
  const { documents } = await store.records();
  const tellOthers = () => {
    channel.postMessage(changed);
  };
  const desk = createPracticeDesk({ ...parts, documents, tellOthers });
  const again = () => void desk.refresh();
  lock.subscribe(again);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === changed) again();
  });
  await desk.refresh();
  return desk;
}
