import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { beginWith, withEmptyDrawing } from '../../tests/support/app-driver';
import { seeded } from '../seeded';
import { Book, recordClaims } from './book';
import { type Proof, Verdict } from './campaign';
import { type Ground, openGround, readStore, withProbe } from './ground';
import { Hand, until } from './hand';
import { type CutShort, type Ending, endingsOf, fateOf, savedFirst } from './kill-endings';
import type { Holding } from './probe-page';
import { type MortalBrowser, startMortalBrowser } from './mortal-browser';
import { preparedSession } from './prepared';
import { acceptFunctions, watchChart, watchPuts } from './watch-chart';

/**
 * What must hold however the browser ends. It is no test of a power cut: the operating system lives on, and with it
 * whatever it was handed.
 */
export const killClaims = {
  ...recordClaims,
  shown: 'the app, opened again on the same profile, shows exactly what lies in the store',
} as const;
type KillClaim = keyof typeof killClaims;

export type KillProof = Proof<KillClaim> & {
  /** Aliquots that were shown as saved before a kill, in all runs together. */
  readonly savedSeen: number;
  /** What became of the taps that were cut short, by what was tapped: `give: lost 3, kept unseen 4, shown 20`. */
  readonly fates: readonly string[];
};

const passphrase = 'nine red kites over the mill';
const pin = '2580';
/** Signed from the start, to be amended. */
const signedBefore = 'prepared-and-signed';

/**
 * Charts in a real browser and kills it 0 to 350 ms after a tap, `runs` times: half of them on a profile without a
 * passphrase, half on one with. After each kill the same profile is opened anew and held against the log.
 */
export async function proveKills(
  runs: number,
  seed: number,
  tell: (line: string) => void = () => undefined,
): Promise<KillProof> {
  const next = seeded(seed);
  const verdict = new Verdict(killClaims);
  const fates = new Map<string, number>();
  const ground = await openGround();
  let savedSeen = 0;
  try {
    const open = Math.ceil(runs / 2);
    for (const [count, secret] of [
      [open, null],
      [runs - open, passphrase],
    ] as const) {
      if (count === 0) continue;
      const profile = await mkdtemp(join(tmpdir(), 'aliquot-kill-'));
      try {
        const device = new Device(ground, profile, secret, next, verdict, fates);
        await device.prove(count, tell);
        savedSeen += device.book.savedSeen;
      } finally {
        // The last browser may still be on its way out.
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    }
  } finally {
    await ground.close();
  }
  return { ...verdict.proof(), savedSeen, fates: [...fates].map(([fate, n]) => `${fate} ${String(n)}`).sort() };
}

/** One profile, and everything that was seen of it. */
class Device {
  readonly book = new Book();
  private readonly prepared: string[] = [];
  /** The run before: how it ended, and the tap that was cut short. */
  private before: { readonly ending: Ending; readonly tap: CutShort } | null = null;
  private fate = 'nothing';
  private charted: string | null = null;
  private onPut: (kind: string) => void = () => undefined;
  private onSaid: () => void = () => undefined;

  constructor(
    private readonly ground: Ground,
    private readonly profile: string,
    private readonly secret: string | null,
    private readonly next: () => number,
    private readonly verdict: Verdict<KillClaim>,
    private readonly fates: Map<string, number>,
  ) {}

  async prove(runs: number, tell: (line: string) => void): Promise<void> {
    // A profile under a passphrase begins with a signing, so that a few runs in all have both.
    const endings = endingsOf(runs, this.next, this.secret === null ? 0 : 1);
    const signings = endings.filter(({ kind }) => kind === 'sign').length;
    for (const [n, ending] of endings.entries()) {
      try {
        await this.inBrowser(async (browser, hand) => {
          if (n === 0) await this.prepare(browser.context, signings);
          const session = await this.compare(browser.context, hand, ending);
          this.before = { ending, tap: await this.chartAndKill(browser, hand, ending, session) };
        });
      } catch (error) {
        // An app that cannot be charted in after a kill is a failure as well; the next run begins from what lies there.
        this.verdict.hold('shown', false, () => (error instanceof Error ? error.message : String(error)));
        this.verdict.next(`run ${String(n)}, not charted to its end`);
        this.before = null;
        this.charted = null;
      }
      const where = this.secret === null ? 'without' : 'under';
      tell(
        `${String(n + 1)} of ${String(runs)} ${where} a passphrase, killed ${ending.name}; before that ${this.fate}`,
      );
    }
    await this.inBrowser(async ({ context }, hand) => {
      await this.compare(context, hand, null);
    });
  }

  private async inBrowser(work: (browser: MortalBrowser, hand: Hand) => Promise<void>): Promise<void> {
    const browser = await startMortalBrowser(this.profile);
    try {
      const { context } = browser;
      await acceptFunctions(context);
      await beginWith(context, { understood: true, detail: 'light', locks: this.secret !== null });
      await withEmptyDrawing(context);
      await watchChart(context, (said) => {
        this.book.hear(said);
        this.onSaid();
      });
      await watchPuts(context, (kind) => {
        this.onPut(kind);
      });
      const page = context.pages()[0] ?? (await context.newPage());
      await work(browser, new Hand(page, this.ground.url, this.secret));
    } finally {
      await browser.kill();
    }
  }

  /** Sessions that want only the five aliquots of a run to be signed, a profile to sign with, and the passphrase. */
  private async prepare(context: BrowserContext, signings: number): Promise<void> {
    const sessions = Array.from({ length: signings }, (_, n) =>
      preparedSession(`prepared-${String(n)}`, savedFirst, Date.now()),
    );
    await withProbe(context, this.ground, async (ask) => {
      await ask('fill', [...sessions, preparedSession(signedBefore, 0, Date.now())], null);
      await ask('addProfile', 'A. Example', pin, null);
      await ask('sign', signedBefore, pin, null);
      if (this.secret !== null) await ask('protect', null, this.secret);
    });
    this.book.settle(await readStore(context, this.ground, this.secret));
    this.prepared.push(...sessions.map(({ id }) => id));
  }

  /**
   * After a kill: the store against the log, and what the app shows against the store. Answers with the session that is
   * open for the run to come, null where it needs a new one.
   */
  private async compare(context: BrowserContext, hand: Hand, ending: Ending | null): Promise<string | null> {
    const holding = await readStore(context, this.ground, this.secret);
    const { before, book, verdict } = this;
    if (before !== null) {
      book.judge(holding, verdict);
      const fate = fateOf(before.tap, holding, book);
      this.fates.set(fate, (this.fates.get(fate) ?? 0) + 1);
      this.fate = fate;
    }
    book.settle(holding);
    const session = ending === null ? null : this.sessionFor(holding, ending);
    // Without an address where that will do: the app has to know by itself what was charted last.
    await hand.open(session === null || session === holding.last ? '' : `#/chart/${session}`);
    const opened = session ?? holding.last;
    if (opened !== null) {
      const found = holding.sessions.find(({ id }) => id === opened);
      await hand.settled();
      const shown = await hand.given();
      const same = hand.session() === opened && [...shown].sort().join() === [...(found?.given ?? [])].sort().join();
      verdict.hold(
        'shown',
        same,
        () => `${hand.session()} with ${shown.join()}; in the store ${JSON.stringify(found)}`,
      );
    }
    if (before !== null) verdict.next(`killed ${before.ending.name}`);
    return session;
  }

  /** The session that the run charts in: a prepared one to be signed, else the one at hand while it has room. */
  private sessionFor(holding: Holding, { kind }: Ending): string | null {
    if (kind === 'sign') {
      const prepared = this.prepared.pop();
      if (prepared === undefined) throw new Error('too few sessions were prepared');
      return prepared;
    }
    const room = holding.sessions.find(({ id }) => id === this.charted)?.planned ?? 0;
    if (room <= savedFirst) this.charted = null;
    return this.charted;
  }

  private async chartAndKill(
    browser: MortalBrowser,
    hand: Hand,
    ending: Ending,
    open: string | null,
  ): Promise<CutShort> {
    const { book } = this;
    if (open === null) {
      book.newTaps += 1;
      this.charted = await hand.newSession();
    }
    const session = open ?? hand.session();
    let site = '';
    const tapGive = async (): Promise<() => Promise<void>> => {
      const tap = await hand.aim(hand.give);
      site = await hand.selected();
      book.log(session).tapped.add(site);
      return tap;
    };
    for (let n = 0; n < savedFirst; n += 1) {
      const before = book.log(session).saved.size;
      await (await tapGive())();
      await until(
        () => book.log(session).saved.size > before,
        () => `${session}: a tap on Give was not shown as saved`,
      );
    }
    let about = session;
    let tap: () => Promise<void>;
    if (ending.kind === 'give') tap = await tapGive();
    else if (ending.kind === 'new') {
      tap = await hand.aim(hand.page.getByRole('button', { name: 'New session' }));
      book.newTaps += 1;
    } else if (ending.kind === 'sign') {
      tap = await hand.aim(await hand.readyToSign(pin));
      book.log(session).signTaps += 1;
    } else {
      about = signedBefore;
      await hand.openAnew(about);
      tap = await hand.aim(await hand.readyToAmend(pin, `Killed ${ending.name}.`));
      book.log(about).signTaps += 1;
    }
    await this.killAfter(browser, tap, ending, () => book.log(about).versions === book.log(about).signTaps);
    return { kind: ending.kind, session: about, site };
  }

  /** Taps and kills, as the ending says; `signed` tells whether the version asked for was shown. */
  private async killAfter(
    { kill }: MortalBrowser,
    tap: () => Promise<void>,
    ending: Ending,
    signed: () => boolean,
  ): Promise<void> {
    let killed: () => void = () => undefined;
    const dead = new Promise<void>((resolve) => {
      killed = resolve;
    });
    const killIn = (ms: number): void => {
      setTimeout(() => void kill().then(killed), ms);
    };
    this.onPut = (kind) => {
      if (ending.from === 'write' && kind === ending.writes) killIn(ending.ms);
    };
    this.onSaid = () => {
      if (ending.from === 'shown' && signed()) killIn(ending.ms);
    };
    // A tap is under way when it is sent; that it never ends in a dead browser is no news.
    void tap().catch(() => undefined);
    killIn(ending.from === 'tap' ? ending.ms : ending.latestMs);
    await dead;
    this.onPut = () => undefined;
    this.onSaid = () => undefined;
  }
}
