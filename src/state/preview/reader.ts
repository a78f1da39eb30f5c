import type { Language } from '../../messages/patient/languages';

/** Reads texts aloud in a language. */
export type Reader = {
  /** `null` while it is not known yet; false where the device has no voice of its own for it. */
  readonly speaks: (language: Language) => boolean | null;
  /** Begins anew; `ended` is called once it was read to its end, was stopped or gave way to another text. */
  readonly read: (text: string, language: Language, ended: () => void) => void;
  readonly stop: () => void;
  /** Calls back when other voices are there. Returns the unsubscriber. */
  readonly onVoices: (changed: () => void) => () => void;
};
