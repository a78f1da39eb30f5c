/**
 * A signed version that belongs on the clinic's server. `startedAt` is the session's, ISO 8601 with offset. `hash` is the
 * version's own: another device may have signed another version of the same number. Null where it is not known.
 */
export type Outgoing = {
  readonly session: string;
  readonly version: number;
  readonly hash: string | null;
  readonly patient: string;
  readonly startedAt: string;
};

/** What has to change before a refused version is worth sending again. */
export type Mend =
  | 'record'
  | 'address'
  | 'rights'
  | 'size'
  | 'duplicates'
  | 'format'
  | 'here'
  /** The server has another version of the same number, signed on another device: this one never goes there. */
  | 'forked';

/** Why the server could not take it now, and may later. */
export type Hindrance = 'offline' | 'timeout' | 'busy' | 'server' | 'not-fhir' | 'sign-in';

/**
 * What is known of sending a version to the server at `where` (its address). Nothing is kept of one that nobody tried to
 * send: what is pending follows from what is signed. `at` is ISO 8601 with offset, `retryAt` milliseconds since 1970. `hash`
 * is that of the version that was tried; one that is missing, as it was once, says nothing of any version.
 */
export type SendState = { readonly at: string; readonly where: string; readonly hash?: string | undefined } & (
  | /** Begun; where nothing followed (a closed page), nobody knows whether it arrived, and it is sent again the same. */
  { readonly kind: 'sending'; readonly tries: number }
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly tries: number; readonly retryAt: number; readonly why: Hindrance }
  /** Not tried again before something was changed or somebody asks for it. `status` is null where it was not even sent. */
  | ({ readonly kind: 'refused' } & Refusal)
);

export type Refusal = { readonly status: number | null; readonly text: string; readonly mend: Mend };

/** What became of an attempt. */
export type Answer =
  | { readonly kind: 'accepted' }
  | ({ readonly kind: 'refused' } & Refusal)
  | { readonly kind: 'later'; readonly why: Hindrance; readonly retryAfterMs: number | null };

/** States by `outgoingId`. */
export type SendStates = ReadonlyMap<string, SendState>;

/**
 * How the connection as a whole does, whichever version is sent: kept by one page alone. `stopped`: nothing more is sent
 * before somebody signs in anew or puts the address right.
 */
export type Line = { readonly failures: number; readonly notBefore: number; readonly stopped: boolean };
export const openLine: Line = { failures: 0, notBefore: 0, stopped: false };

/** The first wait after a failure, doubled by each further one up to the longest; in milliseconds. Chosen. */
export const firstWaitMs = 2000;
export const longestWaitMs = 15 * 60_000;

/** What a version on its way is known by: `<session>.<version>`. */
export const outgoingId = ({ session, version }: Pick<Outgoing, 'session' | 'version'>): string =>
  `${session}.${String(version)}`;

/** In the order in which they are sent: by the start of the session, and the versions of one session by number. */
export const inSendingOrder = (all: readonly Outgoing[]): readonly Outgoing[] =>
  all.toSorted(
    (a, b) =>
      Date.parse(a.startedAt) - Date.parse(b.startedAt) ||
      (a.session < b.session ? -1 : a.session > b.session ? 1 : 0) ||
      a.version - b.version,
  );

/**
 * What is known of sending this very version to this server. What another server or version was told counts for nothing; of one
 * that does not open here, whatever is known of its number counts.
 */
export const stateOf = (states: SendStates, item: Outgoing, where: string): SendState | undefined => {
  const state = states.get(outgoingId(item));
  return state !== undefined && state.where === where && (item.hash === null || state.hash === item.hash)
    ? state
    : undefined;
};

/** Whether this server has acknowledged it. */
export const isSent = (states: SendStates, item: Outgoing, where: string): boolean =>
  stateOf(states, item, where)?.kind === 'sent';

export type Next =
  | { readonly kind: 'send'; readonly item: Outgoing }
  /** Nothing is due before this moment, in milliseconds since 1970. */
  | { readonly kind: 'wait'; readonly until: number }
  /** Nothing is left that could be sent without anybody's doing. */
  | { readonly kind: 'rest' };

/**
 * What is sent next, of all that is signed in sending order. Nothing goes before what stands before it of the same patient has
 * been acknowledged; what is refused or waits holds back its own patient alone, and one that was signed otherwise elsewhere its
 * own session: nothing will ever change that. `now` in milliseconds since 1970.
 */
export function nextToSend(
  ordered: readonly Outgoing[],
  states: SendStates,
  { line, where, now }: { readonly line: Line; readonly where: string; readonly now: number },
): Next {
  if (line.stopped) return { kind: 'rest' };
  const lineFrom = isDue(line.notBefore, now) ? now : line.notBefore;
  let until = Number.POSITIVE_INFINITY;
  const held = new Set<string>();
  const forked = new Set<string>();
  for (const item of ordered) {
    if (held.has(item.patient) || forked.has(item.session)) continue;
    const here = stateOf(states, item, where);
    if (here?.kind === 'sent') continue;
    if (isForked(here)) {
      forked.add(item.session);
      continue;
    }
    held.add(item.patient);
    if (here?.kind === 'refused') continue;
    const from = here?.kind === 'failed' && !isDue(here.retryAt, now) ? Math.max(here.retryAt, lineFrom) : lineFrom;
    if (from <= now) return { kind: 'send', item };
    until = Math.min(until, from);
  }
  return until === Number.POSITIVE_INFINITY ? { kind: 'rest' } : { kind: 'wait', until };
}

/** A moment too far off was set by a clock that has been put back since: it is not waited for. */
const isDue = (at: number, now: number): boolean => at <= now || at - now > longestWaitMs;

const isForked = (state: SendState | undefined): boolean => state?.kind === 'refused' && state.mend === 'forked';

/** The state of a version as its sending begins. */
export const begun = (before: SendState | undefined, { at, where, hash }: Moment): SendState => ({
  kind: 'sending',
  at,
  where,
  ...hashed(hash),
  tries: triesOf(before, where),
});

/** `hash` is the version's. */
export type Moment = { readonly at: string; readonly where: string; readonly hash: string | null };

const hashed = (hash: string | null): { readonly hash?: string } => (hash === null ? {} : { hash });

/** What an answer makes of a version that was being sent, and of the line. `random` is of [0, 1). */
export function settled(
  before: SendState | undefined,
  line: Line,
  answer: Answer,
  { at, where, hash, random }: Moment & { readonly random: number },
): { readonly state: SendState; readonly line: Line } {
  const told = { at, where, ...hashed(hash) };
  if (answer.kind === 'accepted') return { state: { kind: 'sent', ...told }, line: openLine };
  if (answer.kind === 'refused') {
    const { status, text, mend } = answer;
    return { state: { kind: 'refused', ...told, status, text, mend }, line: openLine };
  }
  const now = Date.parse(at);
  const { why, retryAfterMs } = answer;
  const tries = triesOf(before, where) + 1;
  const failures = line.failures + 1;
  const asked = Math.min(retryAfterMs ?? 0, longestWaitMs);
  const after = (count: number) => now + Math.max(waitMs(count, random), asked);
  const signIn = why === 'sign-in';
  // What answers there is no FHIR server: no record is handed to it again unasked.
  const stopped = signIn || why === 'not-fhir';
  // Without signing in nothing of this version was tried: it is as good as it was.
  const retryAt = signIn ? now : after(tries);
  return {
    state: { kind: 'failed', ...told, tries: signIn ? tries - 1 : tries, retryAt, why },
    line: { failures, notBefore: after(failures), stopped },
  };
}

/** Milliseconds to wait after so many failures in a row: at least half of the doubled time, the rest by chance. */
export function waitMs(failures: number, random: number): number {
  const whole = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1));
  return Math.round(whole / 2 + (whole / 2) * random);
}

const triesOf = (state: SendState | undefined, where: string): number =>
  state !== undefined && state.where === where && (state.kind === 'sending' || state.kind === 'failed')
    ? state.tries
    : 0;

/**
 * A version that was refused or waits, to be sent again at once; null where there is nothing to change. With `all` one that
 * was acknowledged as well: for a server that has lost what it had.
 */
export const released = (state: SendState, at: string, all = false): SendState | null =>
  state.kind === 'refused' || state.kind === 'failed' || (all && state.kind === 'sent')
    ? { kind: 'sending', at, where: state.where, ...hashed(state.hash ?? null), tries: 0 }
    : null;

/**
 * Of two accounts of the same number of a session (this device's and a backup's) the one that holds: what was acknowledged stays
 * so, and else this device knows better. A backup's tries and refusals are not brought back: they follow from sending again.
 * `hash` is that of the version here, null where there is none: an acknowledgement of another version is none of this one.
 */
export function mergedState(here: SendState | null, other: SendState | null, hash: string | null): SendState | null {
  const counts = (state: SendState | null): boolean => state?.kind === 'sent' && (hash === null || state.hash === hash);
  return counts(here) || !counts(other) ? here : other;
}

/** How it stands with all that is signed, for this server. */
export type Tally = {
  readonly sent: number;
  /** Neither sent nor refused. */
  readonly waiting: number;
  readonly refused: readonly RefusedItem[];
  /** Tried in vain and waiting: how many, why the one tried last, and how often that was tried. */
  readonly failed: { readonly n: number; readonly why: Hindrance; readonly tries: number } | null;
  /** When one was last acknowledged, ISO 8601 with offset. */
  readonly lastSentAt: string | null;
};
export type RefusedItem = {
  readonly item: Outgoing;
  readonly refusal: Refusal;
  readonly at: string;
  /** How many wait behind it: of the same patient, or of the session alone where that is all that it holds back. */
  readonly behind: number;
};

/** Counts what is signed by what became of it at the server `where`. */
export function tallyOf(all: readonly Outgoing[], states: SendStates, where: string): Tally {
  let sent = 0;
  let lastSentAt: string | null = null;
  let failing = 0;
  let last: Extract<SendState, { readonly kind: 'failed' }> | null = null;
  const refused = new Map<string, RefusedItem>();
  const waiting = new Map<string, number>();
  const inSession = new Map<string, number>();
  for (const item of all) {
    const here = stateOf(states, item, where);
    if (here?.kind === 'sent') {
      sent += 1;
      if (lastSentAt === null || Date.parse(here.at) > Date.parse(lastSentAt)) lastSentAt = here.at;
    } else if (here?.kind === 'refused') {
      const { status, text, mend, at } = here;
      refused.set(outgoingId(item), { item, refusal: { status, text, mend }, at, behind: 0 });
    } else {
      waiting.set(item.patient, (waiting.get(item.patient) ?? 0) + 1);
      inSession.set(item.session, (inSession.get(item.session) ?? 0) + 1);
      if (here?.kind !== 'failed') continue;
      failing += 1;
      if (last === null || Date.parse(here.at) > Date.parse(last.at)) last = here;
    }
  }
  return {
    sent,
    waiting: [...waiting.values()].reduce((sum, n) => sum + n, 0),
    refused: [...refused.values()].map((one) => ({
      ...one,
      behind: (one.refusal.mend === 'forked' ? inSession.get(one.item.session) : waiting.get(one.item.patient)) ?? 0,
    })),
    failed: last === null ? null : { n: failing, why: last.why, tries: last.tries },
    lastSentAt,
  };
}
