import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ChainLink,
  headOf,
  headText,
  judgeHead,
  nextLink,
  readHeadText,
  verifyChain,
  verifyStore,
} from '../../../src/record/chain';
import { type CryptoPort, hashOf } from '../../../src/record/crypto-port';
import { amend, type SignedVersion, signFirst } from '../../../src/record/signed-version';
import { webChecking } from '../../../src/storage/web-crypto';
import { at, author, smallSession, twoInjectors, unwrap } from '../../support/signing';

type Records = Map<string, readonly SignedVersion[]>;
let links: readonly ChainLink[];
let records: Records;
let port: CryptoPort;

/** A store in which three sessions are signed and the first is then amended. */
beforeAll(async () => {
  [port] = await twoInjectors();
  links = [];
  records = new Map();
  const take = async (version: SignedVersion) => {
    links = [...links, await nextLink(headOf(links), version, 'signed', webChecking)];
    records.set(version.session.id, [...(records.get(version.session.id) ?? []), version]);
  };
  const signing = () => ({ author, at: at(links.length), storeHead: headOf(links).head });
  for (const id of ['a', 'b', 'c']) await take(unwrap(await signFirst(smallSession({ id }), signing(), port)));
  const amended = await amend(records.get('a') ?? [], { addendum: 'more' }, { ...signing(), reason: 'why' }, port);
  await take(unwrap(amended));
});

const heads = (chain: readonly ChainLink[]) => chain.map(({ head }) => head);
const problemOf = async (chain: readonly ChainLink[], held: Records = records) => {
  const verdict = await verifyStore(chain, held, webChecking);
  return verdict.ok ? null : verdict.error;
};
const without = (id: string): Records => new Map([...records].filter(([record]) => record !== id));
/** The chain that somebody without scruples would compute over these steps. */
const rebuilt = async (steps: readonly Pick<ChainLink, 'record' | 'version' | 'hash' | 'origin'>[]) => {
  let chain: readonly ChainLink[] = [];
  for (const { record, version, hash, origin } of steps) {
    const session = smallSession({ id: record });
    chain = [...chain, await nextLink(headOf(chain), { session, version, hash }, origin, webChecking)];
  }
  return chain;
};

describe('the chain of a store', () => {
  it('holds, and its head is that of the last step', async () => {
    expect(await verifyChain(links, webChecking)).toEqual({ ok: true, value: { count: 4, head: links[3]?.head } });
    expect(await problemOf(links)).toBeNull();
    expect(await problemOf([], new Map())).toBeNull();
    expect(headOf([])).toEqual({ count: 0, head: null });
  });

  it('takes in the head before, the record and the version', async () => {
    const [first, second] = links;
    if (first === undefined || second === undefined) throw new Error('no links');
    const { head, ...body } = second;
    expect(head).toBe(await hashOf({ previous: first.head, ...body }, webChecking));
  });

  it('names the step that was changed, moved or taken out of the middle', async () => {
    for (const change of [
      { record: 'x' },
      { version: 7 },
      { hash: links[0]?.hash ?? '' },
      { origin: 'restored' as const },
      { head: links[0]?.head ?? '' },
      { 'x-new': 1 },
    ]) {
      const changed = links.map((link, n) => (n === 2 ? { ...link, ...change } : link));
      expect(await problemOf(changed)).toEqual({ kind: 'link', n: 3 });
    }
    expect(await problemOf([links[0], links[2], links[1], links[3]] as ChainLink[])).toEqual({ kind: 'link', n: 2 });
    expect(await problemOf(links.toSpliced(1, 1))).toEqual({ kind: 'link', n: 2 });
  });

  it('names a signed record that was removed, exchanged or put in', async () => {
    expect(await problemOf(links, without('b'))).toEqual({ kind: 'missing', n: 2, record: 'b', version: 1 });
    const cut = new Map(records).set('a', (records.get('a') ?? []).slice(0, 1));
    expect(await problemOf(links, cut)).toEqual({ kind: 'missing', n: 4, record: 'a', version: 2 });
    const swapped = new Map(records).set('b', records.get('c') ?? []).set('c', records.get('b') ?? []);
    expect(await problemOf(links, swapped)).toEqual({ kind: 'exchanged', n: 2, record: 'b', version: 1 });
    const other = unwrap(await signFirst(smallSession({ id: 'b' }), { author, at: at(9), storeHead: null }, port));
    expect(await problemOf(links, new Map(records).set('b', [other]))).toMatchObject({ kind: 'exchanged', n: 2 });
    const more = new Map(records).set('d', [other]);
    expect(await problemOf(links, more)).toEqual({ kind: 'unlisted', record: 'd', version: 1 });
  });

  it('rebuilt without a record contradicts the heads that the signatures of later records cover', async () => {
    const chain = await rebuilt(links.filter(({ record }) => record !== 'b'));
    expect((await verifyChain(chain, webChecking)).ok).toBe(true);
    expect(await problemOf(chain, without('b'))).toEqual({ kind: 'head', n: 2, record: 'c', version: 1 });
  });

  it('takes in what was restored from another store, once', async () => {
    const foreign = unwrap(
      await signFirst(smallSession({ id: 'd' }), { author, at: at(9), storeHead: links[1]?.head ?? null }, port),
    );
    const grown = [...links, await nextLink(headOf(links), foreign, 'restored', webChecking)];
    const held = new Map(records).set('d', [foreign]);
    expect(await problemOf(grown, held)).toBeNull();
    const asOurs = [...links, await nextLink(headOf(links), foreign, 'signed', webChecking)];
    expect(await problemOf(asOurs, held)).toMatchObject({ kind: 'head', n: 5 });
    const again = [...grown, await nextLink(headOf(grown), foreign, 'restored', webChecking)];
    expect(await problemOf(again, held)).toEqual({ kind: 'twice', n: 6, record: 'd', version: 1 });
  });
});

describe('a head kept outside', () => {
  it('knows the chain it was taken from, and how much was added since', () => {
    expect(judgeHead(heads(links), headOf(links))).toEqual({ kind: 'current' });
    expect(judgeHead(heads(links), headOf(links.slice(0, 1)))).toEqual({ kind: 'grown', since: 3 });
    expect(judgeHead(heads(links), headOf([]))).toEqual({ kind: 'grown', since: 4 });
    expect(judgeHead([], headOf([]))).toEqual({ kind: 'current' });
  });

  it('shows a chain cut short, which by itself holds', async () => {
    const cut = links.slice(0, 3);
    const held = new Map(records).set('a', (records.get('a') ?? []).slice(0, 1));
    expect(await problemOf(cut, held)).toBeNull();
    expect(judgeHead(heads(cut), headOf(links))).toEqual({ kind: 'cut-short', missing: 1 });
    expect(judgeHead([], headOf(links))).toEqual({ kind: 'cut-short', missing: 4 });
  });

  it('shows a chain cut short and grown again as another history', async () => {
    const cut = links.slice(0, 3);
    const other = unwrap(
      await signFirst(smallSession({ id: 'd' }), { author, at: at(9), storeHead: headOf(cut).head }, port),
    );
    const regrown = [...cut, await nextLink(headOf(cut), other, 'signed', webChecking)];
    expect(judgeHead(heads(regrown), headOf(links))).toEqual({ kind: 'another-history' });
    expect(judgeHead(heads(regrown), headOf(cut))).toEqual({ kind: 'grown', since: 1 });
  });

  it('is the same for the versions of one record', () => {
    const hashes = (records.get('a') ?? []).map(({ hash }) => hash);
    const printed = { count: 2, head: hashes[1] ?? null };
    expect(judgeHead(hashes, printed)).toEqual({ kind: 'current' });
    expect(judgeHead(hashes.slice(0, 1), printed)).toEqual({ kind: 'cut-short', missing: 1 });
    expect(judgeHead(hashes.toReversed(), printed)).toEqual({ kind: 'another-history' });
  });

  it('is written as text and read back, and other text is not taken for one', () => {
    for (const head of [headOf(links), headOf([])]) expect(readHeadText(` ${headText(head)}\n`)).toEqual(head);
    const { head } = headOf(links);
    for (const text of [
      '',
      '4',
      `0.${head}`,
      '4.',
      `04.${head}`,
      `-1.${head}`,
      `4.${head}x`,
      `4.5.${head}`,
      `1e3.${head}`,
    ])
      expect(readHeadText(text), text).toBeNull();
  });
});
