/** What became of a campaign: how much was tried, in how much of it each claim failed, and the first few in words. */
export type Proof<Claim extends string> = {
  readonly tried: number;
  readonly failed: Readonly<Record<Claim, number>>;
  readonly examples: readonly string[];
};

const shownExamples = 12;

/** Counts what fails while a campaign runs. A claim fails once a trial, however often it is broken in it. */
export class Verdict<Claim extends string> {
  private readonly failed: Record<Claim, number>;
  private readonly examples: string[] = [];
  private broken = new Map<Claim, string>();
  private tried = 0;

  constructor(claims: Readonly<Record<Claim, string>>) {
    this.failed = Object.fromEntries(Object.keys(claims).map((claim) => [claim, 0])) as Record<Claim, number>;
  }

  /** Says of the trial that is running whether a claim holds, and what was seen. */
  hold(claim: Claim, holds: boolean, seen: () => string): void {
    if (!holds && !this.broken.has(claim)) this.broken.set(claim, seen());
  }

  /** A trial by itself: one that cannot be carried to its end breaks a claim too, and the campaign goes on. */
  async trial(name: string, claim: Claim, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.hold(
        claim,
        false,
        () => `not carried to its end: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    this.next(name);
  }

  /** Ends a trial. */
  next(name: string): void {
    this.tried += 1;
    for (const [claim, seen] of this.broken) {
      this.failed[claim] += 1;
      if (this.examples.length < shownExamples) this.examples.push(`${claim}, ${name}: ${seen}`);
    }
    this.broken = new Map();
  }

  proof(): Proof<Claim> {
    return { tried: this.tried, failed: this.failed, examples: this.examples };
  }
}
