import { err, ok, type Result } from '../protocol/words';
import { type CheckingPort, hashOf } from './crypto-port';

type Hashing = Pick<CheckingPort, 'sha256'>;

/** What is put down of a use of the store. `record` is the id of a session: no name, and nothing of what it says. */
export type AuditEvent =
  | {
      readonly kind: 'created' | 'viewed' | 'signed' | 'amended' | 'exported' | 'imported' | 'printed' | 'sent';
      readonly record: string;
    }
  /** Many left as one file of that format, with one line for all of them. `of`: which; absent where they were all there was. */
  | {
      readonly kind: 'exported-many';
      readonly format: string;
      readonly records: number;
      readonly of?: readonly string[];
    }
  /**
   * Two records were compared; `beside`: those that were shown with them, once each time the comparison was opened. One line
   * for all of them.
   */
  | {
      readonly kind: 'compared' | 'comparison-printed';
      readonly record: string;
      readonly with: string;
      readonly beside?: readonly string[];
    }
  /** What is kept of a patient between sessions left on paper: by the patient's id, and which part of the page. */
  | { readonly kind: 'patient-printed'; readonly patient: string; readonly part: string }
  | { readonly kind: 'unlocked' | 'recovery-key-made' | 'recovery-key-printed' }
  /** `to`: what locks the store from then on. Absent in lines of before it was told. */
  | { readonly kind: 'passphrase-changed'; readonly to?: 'passphrase' | 'nothing' }
  | {
      readonly kind: 'profile-added' | 'profile-changed' | 'pin-changed' | 'pin-failed' | 'at-work' | 'left-work';
      readonly profile: string;
    }
  | { readonly kind: 'backup-made' | 'restore-drilled' | 'restored'; readonly records: number }
  /** A wrong passphrase or recovery key for a backup. */
  | {
      readonly kind: 'backup-not-opened';
      readonly by: 'passphrase' | 'recovery-key';
      readonly purpose: 'restore' | 'drill';
    }
  /** Vials that came in or left unused: `entry` is the id of what was entered. */
  | { readonly kind: 'stock-delivered' | 'stock-removed'; readonly entry: string }
  /** Who had a lot. Absent where no record names it: what was typed may be anything. Its sessions have lines of their own. */
  | { readonly kind: 'recall-exported' | 'recall-printed'; readonly lot?: string }
  | { readonly kind: 'chain-broken'; readonly where: string }
  | (Partial<Late> & { readonly kind: LateKind | 'locked' })
  /** A use that could not be put down when it happened, nor of which record it was. */
  | (Late & { readonly kind: 'late'; readonly what: string })
  | ClockJump;

/** What is mostly told later: while the store is locked, or open to be read only, nothing is written in it. */
export type LateKind = 'unlock-failed' | 'recovery-key-failed' | 'emergency-view' | 'passphrase-reset' | 'wiped';

/** How often it happened since the log could last be written, and when for the last time. ISO 8601 with offset. */
type Late = { readonly times: number; readonly lastAt: string };

/** The device's clock shows an earlier time than it did before: which, and by how many ms. */
export type ClockJump = {
  readonly kind: 'clock-set-back';
  readonly lastSeen: string;
  readonly shows: string;
  readonly byMs: number;
};

/** One line of the log. Its hash is over the one before and everything in it, unknown fields included. */
export type AuditLine = {
  /** 1, 2, ... */
  readonly n: number;
  /** ISO 8601 with offset, by the clock of the device. */
  readonly at: string;
  /** The profile that was at work; null where nobody had said who. */
  readonly who: string | null;
  /** Whether that one had given the PIN; absent where nobody had said who, and in lines of before it was told. */
  readonly pin?: boolean;
  readonly event: AuditEvent;
  readonly previous: string | null;
  readonly hash: string;
};

/** The line after `last` (null: the first). The caller stores it in the transaction of what it tells of. */
export async function nextLine(
  last: Pick<AuditLine, 'n' | 'hash'> | null,
  { at, who, pin, event }: Pick<AuditLine, 'at' | 'who' | 'pin' | 'event'>,
  crypto: Hashing,
): Promise<AuditLine> {
  const told = pin === undefined ? {} : { pin };
  const body = { n: (last?.n ?? 0) + 1, at, who, ...told, event, previous: last?.hash ?? null };
  return { ...body, hash: await hashOf(body, crypto) };
}

/**
 * The first line of a log that does not hold. `hash`: it was changed. `link`: it does not follow the line before, so that one was
 * taken out, put in or moved. `n` is its place, counted from 1.
 */
export type AuditProblem = { readonly n: number; readonly kind: 'hash' | 'link' };

/** Verifies a whole log. That lines are missing at the end shows against a hash kept outside: see `judgeHead`. */
export async function verifyAudit(
  lines: readonly AuditLine[],
  crypto: Hashing,
): Promise<Result<{ readonly count: number; readonly head: string | null }, AuditProblem>> {
  let previous: string | null = null;
  for (const [index, line] of lines.entries()) {
    const n = index + 1;
    const { hash, ...body } = line;
    if (line.n !== n || line.previous !== previous) return err({ n, kind: 'link' });
    if ((await hashOf(body, crypto)) !== hash) return err({ n, kind: 'hash' });
    previous = hash;
  }
  return ok({ count: lines.length, head: previous });
}

/** Clocks are set right over the network by seconds; more than this is told. Chosen. */
export const clockTolerance = 60_000;

/**
 * The event to record where the clock shows a time before one that it has shown already; null otherwise. A clock set forward cannot
 * be told from a device that was asleep; it shows once it is set back. Both times are ISO 8601 with offset;
 * throws on what is no time.
 */
export function clockJump(lastSeen: string | null, now: string): ClockJump | null {
  if (lastSeen === null) return null;
  const byMs = Date.parse(lastSeen) - Date.parse(now);
  if (Number.isNaN(byMs)) throw new RangeError(`not a time: ${lastSeen} or ${now}`);
  return byMs > clockTolerance ? { kind: 'clock-set-back', lastSeen, shows: now, byMs } : null;
}
