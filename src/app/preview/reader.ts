import type { Language } from '../../messages/patient/languages';
import type { Reader } from '../../state/preview/reader';

/** So long an empty list of voices says nothing, ms. */
const voicesMs = 1000;

/**
 * The browser's own speech, sentence by sentence: some browsers fall silent in the middle of a long text. Only voices of the
 * device are used, for nothing that is read leaves it.
 */
export function createReader(synth: SpeechSynthesis | undefined): Reader {
  if (synth === undefined || typeof SpeechSynthesisUtterance === 'undefined')
    return {
      speaks: () => false,
      read: (_, __, ended) => ended(),
      stop: () => undefined,
      onVoices: () => () => undefined,
    };
  const began = performance.now();
  const voiceOf = (language: Language): SpeechSynthesisVoice | undefined => {
    const ours = synth
      .getVoices()
      .filter(({ lang, localService }) => localService && lang.toLowerCase().startsWith(language));
    return ours.find((one) => one.default) ?? ours[0];
  };
  let ending: (() => void) | null = null;
  const end = (): void => {
    const then = ending;
    ending = null;
    then?.();
  };
  const stop = (): void => {
    synth.cancel();
    end();
  };
  return {
    speaks: (language) =>
      voiceOf(language) !== undefined ? true : performance.now() - began < voicesMs ? null : false,
    read(text, language, ended) {
      stop();
      const voice = voiceOf(language);
      const parts = text.split('\n').filter((part) => part.trim() !== '');
      if (voice === undefined || parts.length === 0) {
        ended();
        return;
      }
      ending = ended;
      for (const [n, part] of parts.entries()) {
        const utterance = new SpeechSynthesisUtterance(part);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        if (n === parts.length - 1)
          utterance.onend = () => {
            if (ending === ended) end();
          };
        synth.speak(utterance);
      }
    },
    stop,
    onVoices(changed) {
      synth.addEventListener('voiceschanged', changed);
      const timer = setTimeout(changed, voicesMs);
      return () => {
        synth.removeEventListener('voiceschanged', changed);
        clearTimeout(timer);
      };
    },
  };
}
