import { named } from './demo';

const name = named('aliquot-outcomes');

/** Of whichever patients. */
const ofAny = '';

/** Hears for which patient another window has written something; null: a restored backup may have, for any. */
export function hearBooks(hear: (patient: string | null) => void): { readonly tellOthers: (patient: string) => void } {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') hear(data === ofAny ? null : data);
  });
  return {
    tellOthers: (patient) => {
      channel.postMessage(patient);
    },
  };
}

/** Has every window, this one too, read again what is kept of patients: a backup may have brought some. */
export function tellBooks(): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(ofAny);
  channel.close();
}
