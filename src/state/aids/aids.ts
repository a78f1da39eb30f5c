import type { StoreApi } from 'zustand/vanilla';
import type { ChartState } from '../chart-state';
import type { SettingsStore } from '../settings';
import { isLocked } from '../signature';
import { pulseOf } from './pulse';
import { spokenStep, standing } from './spoken';
import { type Step, stepBetween } from './step';
import type { Wake } from './wake';

/** Says a text aloud; what is still being said is broken off. Silent where there is no voice. */
export type Speaker = {
  /** `none`: this browser cannot speak; `no-voice`: it has no English voice on this device; null: not known yet. */
  readonly state: () => 'ready' | 'no-voice' | 'none' | null;
  /** Calls back when that changes. Returns the unsubscriber. */
  readonly onState: (changed: () => void) => () => void;
  readonly say: (text: string) => void;
  readonly stop: () => void;
};

export type Aids = {
  readonly speaker: Pick<Speaker, 'state' | 'onState'>;
  /** Whether this browser can keep the screen on. */
  readonly keepsAwake: boolean;
  /** Whether this device can pulse. */
  readonly pulses: boolean;
  /** Begins to speak, to pulse and to keep the screen on for the chart; the answer ends that. */
  readonly begin: () => () => void;
  /** Says what comes next and how much is in, whether speech is on or not. */
  readonly sayAgain: () => void;
  /** Turns speech on or off, and says which. */
  readonly toggleSpeech: () => void;
};

export type AidsDeps = {
  readonly chart: StoreApi<ChartState>;
  readonly settings: SettingsStore;
  readonly speaker: Speaker;
  /** Null where the device cannot. */
  readonly pulse: ((pattern: readonly number[]) => void) | null;
  readonly wake: Wake;
  readonly keepsAwake: boolean;
  readonly words: { readonly on: string; readonly off: string };
};

/** A session is being charted: open, not finished, not signed. */
const charting = ({ session, signature }: ChartState): boolean =>
  session !== null && session.finishedAt === undefined && !isLocked(signature);

/** What helps whoever has both hands busy. All of it follows the chart; none of it is part of an action. */
export function createAids({ chart, settings, speaker, pulse, wake, keepsAwake, words }: AidsDeps): Aids {
  const tell = (step: Step, after: ChartState) => {
    const { speech, haptics } = settings.getState();
    if (speech) speaker.say(spokenStep(step, after));
    const pattern = haptics ? pulseOf(step) : null;
    if (pattern !== null) pulse?.(pattern);
  };
  return {
    speaker,
    keepsAwake,
    pulses: pulse !== null,
    begin() {
      wake.want(charting(chart.getState()));
      const off = chart.subscribe((after, before) => {
        const step = stepBetween(before, after);
        if (step !== null) tell(step, after);
        if (charting(after) !== charting(before)) wake.want(charting(after));
      });
      return () => {
        off();
        wake.want(false);
        speaker.stop();
      };
    },
    sayAgain() {
      speaker.say(standing(chart.getState()));
    },
    toggleSpeech() {
      const speech = !settings.getState().speech;
      settings.setState({ speech });
      speaker.say(speech ? `${words.on} ${standing(chart.getState())}` : words.off);
    },
  };
}
