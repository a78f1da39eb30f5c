import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isSigned, readSignedFile, toSignedFile } from '../../../src/exchange/signed-file';
import { toSessionFile } from '../../../src/exchange/session-file';
import { canonicalBytes, canonicalText } from '../../../src/record/canonical';
import { judgeHead } from '../../../src/record/chain';
import { changesBetween } from '../../../src/record/changes';
import { type Bytes, type CryptoPort, hashOf } from '../../../src/record/crypto-port';
import { contentOf, fieldsWithout, type SignedVersion, signFirst } from '../../../src/record/signed-version';
import { webChecking } from '../../../src/storage/web-crypto';
import { randomSession } from '../../support/random-session';
import { sampleSession } from '../../support/sample-sessions';
import { at, author, signedRecord, smallSession, twoInjectors, unwrap } from '../../support/signing';

type Json = Record<string, unknown>;
const app = '0.1.0';
let ports: readonly [CryptoPort, CryptoPort];
let record: readonly SignedVersion[];
let bytes: Bytes;

beforeAll(async () => {
  ports = await twoInjectors();
  record = await signedRecord(smallSession(), ports);
  bytes = unwrap(await toSignedFile(record, app, webChecking));
});

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const text = () => new TextDecoder().decode(bytes);
const fileOf = () => JSON.parse(text()) as Json;
const read = (from: Bytes) => readSignedFile(from, webChecking);
const problemOf = async (from: Bytes) => {
  const result = await read(from);
  return result.ok ? null : result.error;
};
/** A file with other fields, sealed anew: what somebody who knows the format would hand in. */
const resealed = async (change: Json): Promise<Bytes> => {
  const rest = fieldsWithout({ ...fileOf(), ...change }, ['seal']);
  return unwrap(canonicalBytes({ ...rest, seal: await hashOf(rest, webChecking) }));
};

describe('a signed file', () => {
  it('is exact canonical bytes: a session file of format 3 with versions and seal', () => {
    expect(text()).toBe(unwrap(canonicalText(fileOf())));
    expect(fileOf()).toMatchObject({ format: 'aliquot-session', formatVersion: 3, app, versions: record });
    const beside = JSON.parse(toSessionFile({ ...record[2]!.session, undone: [] }, app, 3)) as Json;
    for (const [name, value] of Object.entries(beside)) expect(fileOf()[name], name).toEqual(value);
    expect(isSigned(fileOf())).toBe(true);
    expect(isSigned(beside)).toBe(false);
  });

  it('gives back versions and session, and exports to the same bytes', async () => {
    const result = unwrap(await read(bytes));
    expect(result.versions).toEqual(record);
    expect(contentOf(result.session)).toEqual(record[2]?.session);
    expect(result.keys).toHaveLength(3);
    expect(unwrap(await toSignedFile(result.versions, app, webChecking))).toEqual(bytes);
  });

  it('does so for whatever was charted and whatever a later version added', async () => {
    await fc.assert(
      fc.asyncProperty(randomSession, async (session) => {
        const signed = unwrap(await signFirst(session, { author, at: at(1), storeHead: null }, ports[0]));
        const result = unwrap(await read(unwrap(await toSignedFile([signed], app, webChecking))));
        expect(result.session).toEqual({ ...session, undone: [] });
      }),
      { numRuns: 25 },
    );
  });

  it('is not written from versions that do not hold', async () => {
    const [first, second] = record;
    const changed = { ...second!, reason: 'other' };
    expect(await toSignedFile([first!, changed], app, webChecking)).toMatchObject({
      ok: false,
      error: { kind: 'VersionDamaged', version: 2 },
    });
    expect((await toSignedFile([], app, webChecking)).ok).toBe(false);
  });
});

describe('reading a signed file names', () => {
  it('the version that was changed, and the place where one can be told', async () => {
    for (const [from, to, version] of [
      ['Called the next day: well.', 'Called the next day: ill.', 3],
      ['"reason":"note"', '"reason":"nose"', 2],
    ] as const) {
      expect(text()).toContain(from);
      expect(await problemOf(utf8(text().replace(from, to)))).toMatchObject({ kind: 'VersionDamaged', version });
    }
    const file = fileOf();
    const versions = [record[0], { ...record[1], author: { profile: 'p', name: 7 } }, record[2]];
    expect(await problemOf(unwrap(canonicalBytes({ ...file, versions })))).toMatchObject({
      kind: 'VersionDamaged',
      path: 'versions[1].author.name',
      version: 2,
    });
  });

  it('the version in which a number was only written otherwise', async () => {
    const [before, ...parts] = text().split('2.5e-7');
    // Once in the entries beside the versions, then once in each version.
    expect(parts).toHaveLength(4);
    const written = `${[before, ...parts.slice(0, 2)].join('2.5e-7')}2.5E-7${parts.slice(2).join('2.5e-7')}`;
    expect(JSON.parse(written)).toEqual(fileOf());
    expect(await problemOf(utf8(written))).toMatchObject({ kind: 'NotExact', path: 'versions[1]', version: 2 });
    const beside = [before, parts.join('2.5e-7')].join('2.5E-7');
    expect(await problemOf(utf8(beside))).toMatchObject({ kind: 'NotExact', path: 'entries' });
  });

  it('other bytes for the same value: a space, a newline, a byte order mark, an escaped letter, a field twice', async () => {
    for (const other of [
      `${text()}\n`,
      ` ${text()}`,
      text().replace(',', ', '),
      text().replace('"app"', String.raw`"\u0061pp"`),
      text().replace('{"app"', '{"app":"0","app"'),
    ]) {
      expect(JSON.parse(other)).toEqual(fileOf());
      expect(await problemOf(utf8(other))).toMatchObject({ kind: 'NotExact' });
    }
    expect((await read(utf8(`\ufeff${text()}`))).ok).toBe(false);
  });

  it('what stands beside the versions and is not what the last of them signed', async () => {
    const patient = { ...(fileOf()['patient'] as Json), label: 'X. Y.' };
    expect(await problemOf(await resealed({ patient }))).toEqual({
      kind: 'NotWhatIsSigned',
      path: 'versions[2].session.patient.label',
      version: 3,
    });
    expect(await problemOf(await resealed({ 'x-added': 1 }))).toMatchObject({
      kind: 'NotWhatIsSigned',
      path: 'versions[2].session.unknown["x-added"]',
    });
    // Last version cut off and the old one left beside it.
    expect(await problemOf(await resealed({ versions: record.slice(0, 1) }))).toMatchObject({
      kind: 'NotWhatIsSigned',
      path: 'versions[0].session.note',
    });
  });

  it('a broken seal, where nothing else tells', async () => {
    expect(await problemOf(unwrap(canonicalBytes({ ...fileOf(), app: '9.9.9' })))).toEqual({
      kind: 'SealBroken',
      path: 'seal',
    });
    const unsealed = fieldsWithout(fileOf(), ['seal']);
    expect(await problemOf(unwrap(canonicalBytes(unsealed)))).toMatchObject({ kind: 'SealBroken' });
  });

  it('what is no text, no JSON, no session, a newer format, or too old to be signed', async () => {
    expect(await problemOf(Uint8Array.of(0x7b, 0xff, 0x7d))).toEqual({ kind: 'NotText', path: '' });
    expect(await problemOf(utf8('{"app"'))).toMatchObject({ kind: 'NotJson', line: 1 });
    expect(await problemOf(utf8('[]'))).toMatchObject({ kind: 'NotASession' });
    expect(await problemOf(utf8('{"format":"other"}'))).toMatchObject({ kind: 'NotASession', path: 'format' });
    expect(await problemOf(await resealed({ formatVersion: 5 }))).toMatchObject({ kind: 'NewerVersion', found: 5 });
    expect(await problemOf(await resealed({ formatVersion: 1 }))).toMatchObject({ kind: 'Damaged' });
    expect(await problemOf(await resealed({ versions: {} }))).toMatchObject({ kind: 'Damaged', path: 'versions' });
    expect(await problemOf(await resealed({ versions: [] }))).toMatchObject({ kind: 'VersionDamaged', version: 1 });
    expect(await problemOf(utf8(text().replace('"x-clinic"', '"__proto__"')))).toMatchObject({
      what: 'a forbidden name',
    });
  });

  it('a version that holds and that this program cannot read', async () => {
    const session = { ...smallSession(), vials: 'none' } as unknown as ReturnType<typeof smallSession>;
    const odd = unwrap(await signFirst(session, { author, at: at(1), storeHead: null }, ports[0]));
    const refused = {
      kind: 'VersionUnreadable',
      path: 'versions[0].session.vials',
      version: 1,
      what: 'not a list',
    };
    expect(await problemOf(await resealed({ versions: [odd] }))).toEqual(refused);
    expect(await toSignedFile([odd], app, webChecking)).toEqual({ ok: false, error: refused });
  });
});

describe('a record cut short', () => {
  it('holds by itself, and not against the hash of its last version kept outside', async () => {
    const cut = unwrap(await read(unwrap(await toSignedFile(record.slice(0, 2), app, webChecking))));
    const outside = { count: 3, head: record[2]?.hash ?? null };
    expect(
      judgeHead(
        cut.versions.map(({ hash }) => hash),
        outside,
      ),
    ).toEqual({ kind: 'cut-short', missing: 1 });
  });
});

describe('the changes between two versions', () => {
  it('are told with their places', () => {
    const [first, second, third] = record;
    expect(changesBetween(first?.session, second?.session)).toEqual([
      { path: 'note', keys: ['note'], before: first?.session.note, after: second?.session.note },
    ]);
    expect(changesBetween(second?.session, third?.session)).toEqual([]);
    const session = contentOf(sampleSession());
    const more = { ...session, finishedAt: at(5), entries: session.entries.slice(0, -1) };
    expect(changesBetween(session, more)).toEqual([
      { path: 'entries[35]', keys: ['entries', 35], before: session.entries[35] },
      { path: 'finishedAt', keys: ['finishedAt'], after: at(5) },
    ]);
    expect(changesBetween([1], { 0: 1 })).toEqual([{ path: '', keys: [], before: [1], after: { 0: 1 } }]);
  });
});
