import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { toSignedFile } from '../../../src/exchange/signed-file';
import { verifiedFile } from '../../../src/exchange/verified-file';
import type { CryptoPort } from '../../../src/record/crypto-port';
import { webChecking } from '../../../src/storage/web-crypto';
import { randomSession } from '../../support/random-session';
import { signedRecord, smallSession, twoInjectors, unwrap } from '../../support/signing';

let injectors: readonly [CryptoPort, CryptoPort];
beforeAll(async () => {
  injectors = await twoInjectors();
});

describe('the file of a record that was verified', () => {
  it('is byte for byte the signed file, whatever is in the record', async () => {
    const sessions = [smallSession(), ...fc.sample(randomSession, { numRuns: 2, seed: 20261129 })];
    for (const session of sessions) {
      const versions = await signedRecord(session, injectors);
      const exact = unwrap(await toSignedFile(versions, '0.1.0', webChecking));
      expect(Buffer.from(unwrap(await verifiedFile(versions, '0.1.0', webChecking)))).toEqual(Buffer.from(exact));
    }
  }, 60_000);

  it('is none where there is no version', async () => {
    expect(await verifiedFile([], '0.1.0', webChecking)).toMatchObject({ ok: false });
  });
});
