import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCheckVersions } from '../../../src/exchange/checked-versions';
import { toSignedFile } from '../../../src/exchange/signed-file';
import type { CryptoPort } from '../../../src/record/crypto-port';
import { signFirst } from '../../../src/record/signed-version';
import type { Session } from '../../../src/record/session';
import { webChecking } from '../../../src/storage/web-crypto';
import { randomSession } from '../../support/random-session';
import { author, signedRecord, smallSession, twoInjectors, unwrap } from '../../support/signing';

const check = createCheckVersions(webChecking);
let injectors: readonly [CryptoPort, CryptoPort];
beforeAll(async () => {
  injectors = await twoInjectors();
});

/** What somebody signed with a key of his own, whatever it is. */
const signed = async (session: object) =>
  unwrap(
    await signFirst(session as Session, { author, at: '2026-06-02T09:00:00+02:00', storeHead: null }, injectors[0]),
  );

describe('versions that leave', () => {
  it('are taken as they are kept, and as a vault gives them: their file is the signed file to the byte', async () => {
    for (const session of [smallSession(), ...fc.sample(randomSession, { numRuns: 2, seed: 20261130 })]) {
      const versions = await signedRecord(session, injectors);
      const kept = JSON.parse(JSON.stringify(versions)) as readonly unknown[];
      const checked = await check({ session: session.id, versions: kept, app: '0.1.0' });
      const exact = unwrap(await toSignedFile(versions, '0.1.0', webChecking));
      expect(Buffer.from(checked?.file ?? [])).toEqual(Buffer.from(exact));
      expect(await check({ session: session.id, versions: kept, app: null })).toEqual({ file: null });
    }
  }, 60_000);

  it('are damaged where one does not hold, is gone, or lies under another session', async () => {
    const session = smallSession();
    const [first, ...rest] = await signedRecord(session, injectors);
    const changed = { ...first, session: { ...first?.session, note: 'Another note.' } };
    for (const versions of [[changed, ...rest], [null, ...rest], []])
      expect(await check({ session: session.id, versions, app: null })).toBeNull();
    expect(await check({ session: 'another', versions: [first, ...rest], app: null })).toBeNull();
  });

  it.each([
    ['a start that is no time', { startedAt: 'yesterday' }],
    ['vials that are no list', { vials: 'two' }],
    ['entries of a kind nobody knows', { entries: [{ id: 'e1', kind: 'guess' }] }],
  ])('are damaged where the signature holds and the session has %s', async (_what, change) => {
    const session = { ...smallSession(), ...change };
    const version = await signed(session);
    expect(await check({ session: session.id, versions: [version], app: null })).toBeNull();
  });

  it('are damaged where doses that were signed break the rules of the ledger', async () => {
    const session = smallSession();
    const given = session.entries.find(({ kind }) => kind === 'give');
    const twice = { ...session, entries: [...session.entries, { ...given, id: 'again' }] };
    expect(await check({ session: session.id, versions: [await signed(twice)], app: null })).toBeNull();
    expect(await check({ session: session.id, versions: [await signed(session)], app: null })).not.toBeNull();
  });
});
