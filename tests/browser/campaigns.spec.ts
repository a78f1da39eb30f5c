import type { Browser } from '@playwright/test';
import { proveAborts } from '../../scripts/prove/abort-campaign';
import type { Proof } from '../../scripts/prove/campaign';
import { proveClock } from '../../scripts/prove/clock-campaign';
import { type Ground, openGround } from '../../scripts/prove/ground';
import { proveKills } from '../../scripts/prove/kill-campaign';
import { provePassphrases } from '../../scripts/prove/passphrase-campaign';
import { proveQuota } from '../../scripts/prove/quota-campaign';
import { proveRestores } from '../../scripts/prove/restore-campaign';
import { proveVersions } from '../../scripts/prove/version-campaign';
import { proveWindows } from '../../scripts/prove/window-campaign';
import { expect, test } from '../support/app-fixture';

// A few trials of each campaign of `npm run prove` that needs a browser, by a fixed seed; the numbers that mean something are
// those of the full size (docs/proofs.md). One worker: the ground is made once.
test.describe.configure({ mode: 'default' });

const seed = 20_261_125;
let ground: Ground;

test.beforeAll(async () => {
  ground = await openGround();
});
test.afterAll(async () => {
  await ground.close();
});

function holds(proof: Proof<string>, tried: number): void {
  expect(proof.examples).toEqual([]);
  expect(proof.tried).toBe(tried);
  for (const [claim, failed] of Object.entries(proof.failed)) expect(failed, claim).toBe(0);
}

type Campaign = (browser: Browser, at: Ground, count: number, by: number) => Promise<Proof<string>>;

test('a browser that is killed after a tap loses nothing that was shown as saved or signed', async () => {
  const proof = await proveKills(1, seed);
  holds(proof, 1);
  expect(proof.savedSeen).toBeGreaterThanOrEqual(5);
});

const trials: readonly (readonly [string, Campaign, number])[] = [
  ['a disk that is full in the middle of charting is told, and loses nothing that was shown as saved', proveQuota, 1],
  ['writes that fail are told and leave nothing half done, signing included', proveAborts, 1],
  ['two windows at the same moment lose no step without saying so', proveWindows, 1],
  ['an older app neither writes nor reads what a newer one has, and says so', proveVersions, 1],
  ['a clock that is set back is told and put down', proveClock, 1],
  ['an older backup in a living store takes nothing back', proveRestores, 2],
];
for (const [name, campaign, count] of trials) {
  test(name, async ({ browser }) => {
    holds(await campaign(browser, ground, count, seed), count);
  });
}

test('wrong passphrases are counted and slowed, and none lets anybody in', async ({ browser }) => {
  const proof = await provePassphrases(browser, ground, 10, seed, 0);
  holds(proof, 10);
  expect(proof.tooSoon).toBeGreaterThan(0);
});
