import { language } from '../../messages/locale';
import type { Speaker } from '../../state/aids/aids';

/**
 * The browser's own speech. Only voices of the device are used: some browsers speak through a server, and nothing that is
 * charted leaves this device.
 */
export function createSpeaker(synth: SpeechSynthesis | undefined): Speaker {
  if (synth === undefined || typeof SpeechSynthesisUtterance === 'undefined') {
    return { state: () => 'none', onState: () => () => undefined, say: () => undefined, stop: () => undefined };
  }
  const began = performance.now();
  const voice = (): SpeechSynthesisVoice | undefined => {
    const ours = synth
      .getVoices()
      .filter(({ lang, localService }) => localService && lang.split(/[-_]/)[0]?.toLowerCase() === language);
    return ours.find((one) => one.default) ?? ours[0];
  };
  return {
    // The list may come a little after the page.
    state: () => (voice() !== undefined ? 'ready' : performance.now() - began < voicesMs ? null : 'no-voice'),
    onState: (changed) => {
      synth.addEventListener('voiceschanged', changed);
      const timer = setTimeout(changed, voicesMs);
      return () => {
        synth.removeEventListener('voiceschanged', changed);
        clearTimeout(timer);
      };
    },
    say: (text) => {
      synth.cancel();
      const one = voice();
      if (one === undefined) return;
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = one;
      utterance.lang = language;
      synth.speak(utterance);
    },
    stop: () => {
      synth.cancel();
    },
  };
}

/** So long an empty list of voices says nothing, ms. */
const voicesMs = 1000;
