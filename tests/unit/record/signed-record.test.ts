import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/record/canonical';
import { type CryptoPort, hashOf, keyName } from '../../../src/record/crypto-port';
import { verify } from '../../../src/record/signed-record';
import { amend, bodyOf, contentOf, type SignedVersion, signFirst } from '../../../src/record/signed-version';
import { toBase64Url } from '../../../src/record/base64url';
import { canonicalBytes } from '../../../src/record/canonical';
import { webChecking } from '../../../src/storage/web-crypto';
import { sampleSession } from '../../support/sample-sessions';
import { at, author, signedRecord, smallSession, twoInjectors, unwrap } from '../../support/signing';

let ports: readonly [CryptoPort, CryptoPort];
let record: readonly SignedVersion[];
const session = smallSession();
const signing = { author, at: at(1), storeHead: null };

beforeAll(async () => {
  ports = await twoInjectors();
  record = await signedRecord(session, ports);
});

const version = (n: number): SignedVersion => {
  const found = record[n - 1];
  if (found === undefined) throw new Error(`no version ${n}`);
  return found;
};
/** The problems of a record, as `2 hash`. */
const problemsOf = async (versions: readonly unknown[], known?: ReadonlySet<string>): Promise<readonly string[]> => {
  const verdict = await verify(versions, webChecking, known);
  return verdict.ok ? [] : verdict.error.map((problem) => `${problem.version} ${problem.kind}`);
};
/** A version with other content, hashed and signed by whoever has a key: what a forger would make. */
const forge = async (change: Partial<SignedVersion>, n: number, port: CryptoPort): Promise<SignedVersion> => {
  const body = { ...bodyOf(version(n)), ...change, key: port.publicKey };
  const bytes = unwrap(canonicalBytes(body));
  return {
    ...body,
    hash: toBase64Url(await port.sha256(bytes)),
    signature: toBase64Url(await port.sign(bytes)),
  } as unknown as SignedVersion;
};

describe('a signed record', () => {
  it('holds, with the names of the keys that signed it', async () => {
    const verdict = unwrap(await verify(record, webChecking));
    expect(verdict.versions).toEqual(record);
    const [one, two] = [await keyName(ports[0].publicKey, ports[0]), await keyName(ports[1].publicKey, ports[1])];
    expect(verdict.keys).toEqual([one, two, one]);
    expect(one).not.toBe(two);
  });

  it('is signed without what was undone, and is not touched by what becomes of the session', async () => {
    const open = sampleSession({ undone: [[]] });
    const signed = unwrap(await signFirst(open, signing, ports[0]));
    expect('undone' in signed.session).toBe(false);
    expect(signed.session).toEqual(contentOf(open));
    (open.patient as { label: string }).label = 'changed';
    expect(await problemsOf([signed])).toEqual([]);
  });

  it('states the version before, the head of the store, who, when and why', () => {
    expect(record.map(({ version: n, previous, storeHead, reason }) => [n, previous, storeHead, reason])).toEqual([
      [1, null, null, undefined],
      [2, version(1).hash, version(1).hash, 'note'],
      [3, version(2).hash, version(2).hash, 'call'],
    ]);
    expect(version(3)).toMatchObject({ author, at: at(3), addendum: 'Called the next day: well.' });
    expect(version(3).session).toEqual(version(2).session);
  });

  it('holds the same in memory as written: a negative zero is a zero', async () => {
    const [plan] = session.entries;
    if (plan?.kind !== 'plan') throw new Error('no plan');
    const entries = [{ ...plan, anchor: { ...plan.anchor, normal: [-0, 0, 1] as const } }, ...session.entries.slice(1)];
    const signed = unwrap(await signFirst({ ...session, entries }, signing, ports[0]));
    expect(JSON.stringify(signed.session)).not.toContain('-0,');
    expect(signed).toEqual(JSON.parse(JSON.stringify(signed)));
    expect(await problemsOf([signed])).toEqual([]);
  });
});

describe('signing is refused', () => {
  const refusal = async (result: Promise<{ readonly ok: boolean; readonly error?: unknown }>) => (await result).error;
  const why = { ...signing, reason: 'why' };

  it('without an author', async () => {
    for (const nobody of [
      { profile: '', name: 'A' },
      { profile: 'p', name: ' ' },
    ])
      expect(await refusal(signFirst(session, { ...signing, author: nobody }, ports[0]))).toEqual({ kind: 'NoAuthor' });
    const nobody = { ...why, author: { profile: 'p', name: '' } };
    expect(await refusal(amend(record, { addendum: 'a' }, nobody, ports[0]))).toEqual({ kind: 'NoAuthor' });
  });

  it('for an addendum without a reason, without a change, of another session, or of nothing', async () => {
    const same = { session: version(3).session };
    const other = { session: { ...session, id: 'other' } };
    const refused = (change: Parameters<typeof amend>[1], reason = 'why') =>
      refusal(amend(record, change, { ...signing, reason }, ports[0]));
    expect(await refused({ addendum: 'a' }, '  ')).toEqual({ kind: 'NoReason' });
    expect(await refused(same)).toEqual({ kind: 'NothingChanged' });
    expect(await refused({ addendum: ' ' })).toEqual({ kind: 'NothingChanged' });
    expect(await refused(other)).toEqual({ kind: 'OtherSession' });
    expect(await refusal(amend([], { addendum: 'a' }, why, ports[0]))).toEqual({ kind: 'NotSigned' });
  });

  it('of what JSON cannot carry, with its place', async () => {
    const broken = { ...session, note: 'a\ud800' };
    expect(await refusal(signFirst(broken, signing, ports[0]))).toEqual({
      kind: 'NotCanonical',
      path: 'session.note',
      what: 'half a character',
    });
  });
});

describe('verifying names the version and what is wrong with it', () => {
  it('nothing at all is no record', async () => {
    expect(await problemsOf([])).toEqual(['1 shape']);
  });

  it('content that was changed', async () => {
    const changed = { ...version(2), session: { ...version(2).session, note: 'other' } };
    expect(await problemsOf([version(1), changed, version(3)])).toEqual(['2 hash', '2 signature']);
  });

  it('content that was changed and hashed anew', async () => {
    const changed = { ...version(2), session: { ...version(2).session, note: 'other' } };
    const rehashed = { ...changed, hash: await hashOf(bodyOf(changed), webChecking) };
    expect(await problemsOf([version(1), rehashed, version(3)])).toEqual(['2 signature', '3 link']);
  });

  it.each([
    ['of the version', (v: SignedVersion) => ({ ...v, 'x-new': 1 })],
    ['of the author', (v: SignedVersion) => ({ ...v, author: { ...v.author, 'x-new': 1 } })],
    ['of the key', (v: SignedVersion) => ({ ...v, key: { ...v.key, alg: 'ES256' } })],
    ['of the session', (v: SignedVersion) => ({ ...v, session: { ...v.session, 'x-new': 1 } })],
    ['deep in an entry', (v: SignedVersion) => JSON.parse(JSON.stringify(v).replace('2.5e-7', '2.6e-7')) as unknown],
    [
      'of a vial',
      (v: SignedVersion) => JSON.parse(JSON.stringify(v).replace('"x-fridge":"B"', '"x-fridge":"C"')) as unknown,
    ],
  ])('an unknown field %s that was added or changed', async (_what, change) => {
    expect(JSON.stringify(change(version(1)))).not.toBe(JSON.stringify(version(1)));
    expect(await problemsOf([change(version(1)), version(2), version(3)])).toEqual(['1 hash', '1 signature']);
  });

  it('a hash or a signature that was changed, and the version after it is not blamed', async () => {
    expect(await problemsOf([{ ...version(1), hash: version(3).hash }, version(2), version(3)])).toEqual(['1 hash']);
    expect(await problemsOf([version(1), { ...version(2), signature: version(1).signature }, version(3)])).toEqual([
      '2 signature',
    ]);
  });

  it('a signature in other letters for the same bytes', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const { signature } = version(1);
    const last = letters[letters.indexOf(signature.at(-1) ?? '') + 1] ?? '';
    const other = signature.slice(0, -1) + last;
    expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(signature, 'base64url'));
    expect(await problemsOf([{ ...version(1), signature: other }])).toEqual(['1 shape']);
  });

  it('versions out of order, left out in the middle or at the start, or twice', async () => {
    expect(await problemsOf([version(1), version(3), version(2)])).toEqual(['2 order', '2 link', '3 order', '3 link']);
    expect(await problemsOf([version(1), version(3)])).toEqual(['2 order', '2 link']);
    expect(await problemsOf([version(2), version(3)])).toEqual(['1 order', '1 link', '2 order']);
    expect(await problemsOf([version(1), version(2), version(2), version(3)])).toEqual([
      '3 order',
      '3 link',
      '4 order',
    ]);
  });

  it('a version of another record, even one that follows by number', async () => {
    const other = await signedRecord({ ...session, id: 'another-session' }, ports);
    expect(await problemsOf([version(1), other[1], version(3)])).toEqual(['2 link', '2 session', '3 link']);
    // Signed by a known key onto this chain: only the session gives it away.
    const grafted = await forge({ session: { ...version(2).session, id: 'another-session' } }, 2, ports[1]);
    expect(await problemsOf([version(1), grafted])).toEqual(['2 session']);
  });

  it('the key exchanged for another, with and without its own signature', async () => {
    expect(await problemsOf([{ ...version(1), key: ports[1].publicKey }])).toEqual(['1 hash', '1 signature']);
    const signedAnew = await forge({}, 1, ports[1]);
    expect(await problemsOf([signedAnew, version(2), version(3)])).toEqual(['2 link']);
  });

  it('a whole record signed anew with another key, against the keys that are known', async () => {
    const [forger] = await twoInjectors();
    const signedAnew = await forge({}, 1, forger);
    expect(await problemsOf([signedAnew])).toEqual([]);
    const known = new Set(await Promise.all(ports.map((port) => keyName(port.publicKey, port))));
    expect(await problemsOf([signedAnew], known)).toEqual(['1 key']);
    expect(await problemsOf(record, known)).toEqual([]);
  });

  it('an addendum without a reason, although its key signed it', async () => {
    const body = Object.fromEntries(Object.entries(bodyOf(version(2))).filter(([name]) => name !== 'reason'));
    const bytes = unwrap(canonicalBytes(body));
    const hash = toBase64Url(await webChecking.sha256(bytes));
    const signed = { ...body, key: ports[1].publicKey, hash, signature: toBase64Url(await ports[1].sign(bytes)) };
    expect(await problemsOf([version(1), signed])).toEqual(['2 reason']);
  });

  it('a private key in a record, a field that is missing, and what is no version at all', async () => {
    expect(await problemsOf([{ ...version(1), key: { ...version(1).key, d: 'AAAA' } }])).toEqual(['1 shape']);
    const unsigned = { ...bodyOf(version(2)), hash: version(2).hash };
    const verdict = await verify([version(1), unsigned, version(3)], webChecking);
    expect(verdict).toEqual({
      ok: false,
      error: [{ version: 2, kind: 'shape', damage: { path: 'signature', what: 'missing' } }],
    });
    expect(await problemsOf([version(1), null])).toEqual(['2 shape']);
    expect(await problemsOf([{ ...version(1), session: { ...version(1).session, note: '\ud800' } }])).toEqual([
      '1 shape',
    ]);
  });

  it('the same text gives the same verdict after it was written and read', async () => {
    const text = unwrap(canonicalText(record));
    expect(await problemsOf(JSON.parse(text) as unknown[])).toEqual([]);
  });
});
