import { named } from './demo';

const name = named('aliquot-outcomes');

/** Hears for which patient another window, or a restored backup, has written something. */
export function hearBooks(hear: (patient: string) => void): { readonly tellOthers: (patient: string) => void } {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') hear(data);
  });
  return {
    tellOthers: (patient) => {
      channel.postMessage(patient);
    },
  };
}
