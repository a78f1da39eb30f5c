import '../../messages/later';
import { t } from '../../messages/translate';
import type { StoreApi } from 'zustand/vanilla';
import { type Aids, createAids } from '../../state/aids/aids';
import { createWake, type Kept } from '../../state/aids/wake';
import type { ChartState } from '../../state/chart-state';
import type { SettingsStore } from '../../state/settings';
import { createSpeaker } from './speaker';

/** Puts the aids together with this browser. */
export function openAids(chart: StoreApi<ChartState>, settings: SettingsStore): Aids {
  const keepsAwake = 'wakeLock' in navigator;
  // Safari and Firefox on a desktop have no such thing; the types say that all have.
  const vibrate = (navigator as Partial<Navigator>).vibrate?.bind(navigator);
  return createAids({
    chart,
    settings,
    speaker: createSpeaker((globalThis as Partial<typeof globalThis>).speechSynthesis),
    pulse:
      vibrate === undefined || !matchMedia('(any-pointer: coarse)').matches
        ? null
        : (pattern) => {
            vibrate([...pattern]);
          },
    wake: createWake({
      request: keepsAwake ? keepOn : null,
      visible: () => document.visibilityState === 'visible',
      onVisible: (changed) => {
        document.addEventListener('visibilitychange', changed);
        return () => {
          document.removeEventListener('visibilitychange', changed);
        };
      },
    }),
    keepsAwake,
    words: { on: t('spoken.on'), off: t('spoken.off') },
  });
}

async function keepOn(): Promise<Kept> {
  const sentinel = await navigator.wakeLock.request('screen');
  return {
    release: () => sentinel.release(),
    onReleased: (then) => {
      sentinel.addEventListener('release', then, { once: true });
    },
  };
}
