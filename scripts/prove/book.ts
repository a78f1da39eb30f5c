import type { Found, Holding } from './probe-page';
import type { Said } from './watch-chart';

/** What was seen of one session from outside the browser. */
export type Log = {
  /** Sites that were shown as given while the save state said Saved. */
  readonly saved: Set<string>;
  /** Sites that were tapped, and so may be given. */
  readonly tapped: Set<string>;
  /** Versions that were shown as signed, and taps on "Sign and lock" or "Amend". */
  versions: number;
  signTaps: number;
};

export const recordClaims = {
  kept: 'no aliquot that was shown as saved is missing',
  tapped: 'nothing is in a ledger that was never tapped',
  whole: 'no session is half written: each opens, keeps the rules, agrees with its listing; the audit log verifies',
  signed: 'a version that was shown as signed is there, chained and verifying; of any other there is all or nothing',
} as const;
type RecordClaim = keyof typeof recordClaims;

/** Holds claims about the records, among others. */
type Holds = { readonly hold: (claim: RecordClaim, holds: boolean, seen: () => string) => void };

const newLog = (): Log => ({ saved: new Set(), tapped: new Set(), versions: 0, signTaps: 0 });

/** The log kept outside the browser: what was tapped, and what was shown as saved and signed. */
export class Book {
  readonly logs = new Map<string, Log>();
  /** New sessions that were asked for and not seen yet. */
  newTaps = 0;
  /** Sessions that were known when the store was last read. */
  known = 0;
  /** Aliquots that were shown as saved. */
  savedSeen = 0;

  log(session: string): Log {
    const log = this.logs.get(session) ?? newLog();
    this.logs.set(session, log);
    return log;
  }

  /** Takes down what a page said. */
  hear({ session, save, given, signature }: Said): void {
    if (session === null) return;
    if (/^Saved/.test(save)) {
      const log = this.log(session);
      for (const site of given) {
        if (log.saved.has(site)) continue;
        log.saved.add(site);
        this.savedSeen += 1;
      }
    }
    if (/^(Signed|Amended) by /.test(signature)) {
      const log = this.log(session);
      log.versions = Math.max(log.versions, Number(/version (\d+)/.exec(signature)?.[1] ?? 1));
    }
  }

  /** Holds what lies in the store against the log; `ahead` is how many taps not shown as saved may be there in a session. */
  judge(holding: Holding, verdict: Holds, ahead = 1): void {
    const { sessions, damaged, chain, log: audit } = holding;
    const there = new Map(sessions.map((found) => [found.id, found]));
    verdict.hold('whole', damaged.length === 0, () => damaged.join('; '));
    verdict.hold('whole', audit.problem === null, () => `audit log: ${audit.problem ?? ''}`);
    verdict.hold('signed', chain.problem === null, () => `chain: ${chain.problem ?? ''}`);
    const versions = sessions.reduce((sum, found) => sum + found.versions, 0);
    const told = audit.kinds.filter((kind) => kind === 'signed' || kind === 'amended').length;
    // Written in one transaction with the version: neither is ever there without the other.
    verdict.hold(
      'signed',
      chain.count === versions && told === versions,
      () => `${String(versions)} versions, ${String(chain.count)} in the chain, ${String(told)} in the log`,
    );
    for (const [id, log] of this.logs) {
      const found = there.get(id);
      if (found === undefined)
        verdict.hold('kept', log.saved.size === 0 && log.versions === 0, () => `no session ${id}`);
      else this.judgeSession(found, log, verdict, ahead);
    }
    let unknown = 0;
    for (const found of sessions) {
      if (this.logs.has(found.id)) continue;
      unknown += 1;
      const opening = found.given.length === 0 && found.planned === fixedSites && found.versions === 0;
      verdict.hold(
        'tapped',
        opening && unknown <= this.newTaps,
        () => `a session nobody opened: ${JSON.stringify(found)}`,
      );
      verdict.hold('whole', found.faults.length === 0, () => `${found.id}: ${found.faults.join('; ')}`);
    }
  }

  private judgeSession(found: Found, log: Log, verdict: Holds, ahead: number): void {
    const given = new Set(found.given);
    const seen = (): string =>
      `${found.id}: shown as saved ${[...log.saved].join()}; in the store ${found.given.join()}; ${JSON.stringify({ ...found, given: undefined })}`;
    verdict.hold('kept', within(log.saved, given), seen);
    verdict.hold('tapped', within(given, log.tapped), seen);
    verdict.hold('whole', found.faults.length === 0, seen);
    verdict.hold('whole', found.given.filter((site) => !log.saved.has(site)).length <= ahead, seen);
    const states =
      found.versions === 0 ? !found.finished && found.signature === 'unsigned' : found.signature === 'signed';
    verdict.hold('signed', states && (found.versions === 0 || found.finished), seen);
    verdict.hold('signed', found.versions >= log.versions && found.versions <= log.signTaps, seen);
  }

  /** Takes what lies in the store for what is known from now on: a tap that was cut short is decided. */
  settle({ sessions }: Holding): void {
    this.newTaps = 0;
    for (const { id, given, versions } of sessions) {
      const log = this.log(id);
      for (const site of given) log.saved.add(site);
      for (const site of given) log.tapped.add(site);
      log.versions = versions;
      log.signTaps = versions;
    }
    this.known = this.logs.size;
  }
}

const fixedSites = 31;

const within = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean => [...some].every((one) => all.has(one));
