import '../messages/later';
import { type DocumentStore, err, ok, type Result, type StoreError } from '../record/ports';
import { merged, noPractice, ownOrderOf, type Practice, practiceId } from '../record/practice';
import { parsePractice, practiceFromSettings } from '../record/practice-schema';
import type { PracticeStore } from './practice';
import type { SettingsStore } from './settings';

export type PracticeDeps = {
  readonly documents: Pick<DocumentStore, 'read' | 'write'>;
  /** What is shown of it. */
  readonly practice: PracticeStore;
  readonly settings: SettingsStore;
  /** Has the other windows read it again. */
  readonly tellOthers: () => void;
};

/** Reads and changes what the practice keeps. Null where it was done; nothing is shown that the vault does not hold. */
export type PracticeDesk = {
  readonly refresh: () => Promise<StoreError | null>;
  /** The same in every window: it was written by another way than this one. */
  readonly reread: () => Promise<StoreError | null>;
  readonly change: (how: (practice: Practice) => Practice) => Promise<StoreError | null>;
};

type Kept = { readonly practice: Practice; readonly revision: number };

/** Other windows may write it meanwhile; none does so this often. */
const mostAttempts = 10;

/**
 * One change after another, each to what the one before left; anew, 10 times at most, where another window was quicker.
 * What an earlier version kept in the browser alone goes to the vault with the next reading or change.
 */
export function createPracticeDesk({ documents, practice, settings, tellOthers }: PracticeDeps): PracticeDesk {
  const read = async (): Promise<Result<Kept, StoreError>> => {
    const found = await documents.read('practice', practiceId);
    if (!found.ok) return found.error.kind === 'NotFound' ? ok({ practice: noPractice, revision: 0 }) : found;
    const parsed = parsePractice(found.value.doc);
    if (!parsed.ok) return err({ kind: 'Damaged', id: practiceId, why: `${parsed.error.path}: ${parsed.error.what}` });
    return ok({ practice: parsed.value, revision: found.value.revision });
  };

  const show = (now: Practice): void => {
    const { region, earlyDays, previewHost, phone, prices, templates } = now;
    const chosen = {
      ...(region === undefined ? {} : { region }),
      ...(earlyDays === undefined ? {} : { earlyDays }),
      ...(previewHost === undefined ? {} : { previewHost }),
      ...(phone === undefined ? {} : { phone }),
      ...(prices === undefined ? {} : { prices }),
    };
    practice.setState({ ...chosen, ownOrder: ownOrderOf(now), templates }, true);
  };

  /** What an earlier version kept in this browser alone, until the vault holds it. */
  const unmoved = () => settings.getState().toMove;

  const attempt = async (how: (practice: Practice) => Practice): Promise<StoreError | null> => {
    for (let n = 1; ; n += 1) {
      const kept = await read();
      if (!kept.ok) return kept.error;
      const moving = unmoved();
      const whole = moving === null ? kept.value.practice : merged(kept.value.practice, practiceFromSettings(moving));
      const next = how(whole);
      if (next !== kept.value.practice) {
        const change = { kind: 'practice', id: practiceId, doc: next, expected: kept.value.revision } as const;
        const written = await documents.write([change], 'strict');
        if (!written.ok && written.error.kind === 'Conflict' && n < mostAttempts) continue;
        if (!written.ok) {
          // In emergency view, or on a full disk: what still lies in this browser is shown all the same.
          show(whole);
          return written.error;
        }
        tellOthers();
      }
      if (moving !== null && unmoved() === moving) settings.setState({ toMove: null });
      show(next);
      return null;
    }
  };

  // One after the other: a change is made to what the one before left.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (how: (practice: Practice) => Practice): Promise<StoreError | null> => {
    const mine = last.then(() => attempt(how));
    last = mine.catch(() => undefined);
    return mine;
  };

  const refresh = async (): Promise<StoreError | null> => {
    const error = await inTurn((now) => now);
    // To be read is all that was asked for: that nothing may be written is no failure of it.
    return error?.kind === 'ReadOnly' ? null : error;
  };
  return {
    refresh,
    reread: () => {
      tellOthers();
      return refresh();
    },
    change: inTurn,
  };
}
