import { named } from './demo';

const name = named('aliquot-learning');
const changed = 'learning-changed';

/** Hears when what was learned was written by another window, or by other means in this one. */
export function hearLearning(hear: () => void): { readonly tellOthers: () => void } {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === changed) hear();
  });
  return {
    tellOthers: () => {
      channel.postMessage(changed);
    },
  };
}

/** Has every window, this one too, read again what was learned: a backup may have brought some. */
export function tellLearning(): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(changed);
  channel.close();
}
