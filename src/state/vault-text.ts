import '../messages/later';
import type { Message } from '../messages/translate';
import type { StoreError } from '../record/ports';
import type { UnlockError } from '../storage/vault';
import { storeErrorText } from './refusal-text';

/** Why something was not done, and how long to wait before it may be tried again. */
export type Trouble = { readonly kind: 'trouble'; readonly message: Message; readonly waitMs: number };

const trouble = (message: Message, waitMs = 0): Trouble => ({ kind: 'trouble', message, waitMs });

/** Tells a trouble from whatever else was answered, by its kind. */
export const isTrouble = (answer: object): answer is Trouble => 'kind' in answer && answer.kind === 'trouble';

/** Why the store did not do it, in words; there is no wait. */
export const storeTrouble = (error: StoreError): Trouble =>
  trouble({ key: 'vault.failed', values: { why: storeErrorText(error) } });

/** Why the vault did not open. */
export function unlockTrouble(error: UnlockError): Trouble {
  switch (error.kind) {
    case 'WrongPassphrase':
      return trouble({ key: 'lock.wrong', values: { failed: error.failed } }, error.waitMs);
    case 'TooSoon':
      return trouble({ key: 'lock.tooSoon' }, error.waitMs);
    case 'WrongRecoveryKey':
    case 'NoRecoveryKey':
      return trouble({ key: `lock.${error.kind}` });
    case 'TooShort':
      return trouble({ key: 'lock.tooShort', values: { least: error.least } });
    case 'Mistyped':
      return trouble(
        error.group === 0 ? { key: 'lock.keyLength' } : { key: 'lock.keyGroup', values: { group: error.group } },
      );
    case 'Locked':
      return trouble({ key: 'lock.passphraseNeeded' });
    case 'NotFound':
    case 'Conflict':
    case 'Damaged':
    case 'NewerVersion':
    case 'DiskFull':
    case 'ReadOnly':
    case 'Unavailable':
      return storeTrouble(error);
  }
}

/** A wait in words, rounded up: "4 seconds", "2 minutes". */
export function waitMessage(waitMs: number): Message {
  const seconds = Math.ceil(waitMs / 1000);
  return seconds <= 90
    ? { key: 'lock.waitSeconds', values: { seconds } }
    : { key: 'lock.waitMinutes', values: { minutes: Math.ceil(seconds / 60) } };
}
