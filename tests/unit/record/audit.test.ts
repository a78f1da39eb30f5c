import { beforeAll, describe, expect, it } from 'vitest';
import {
  type AuditEvent,
  type AuditLine,
  clockJump,
  clockTolerance,
  nextLine,
  verifyAudit,
} from '../../../src/record/audit';
import { judgeHead } from '../../../src/record/chain';
import { hashOf } from '../../../src/record/crypto-port';
import { bodyOf } from '../../../src/record/signed-version';
import { webChecking } from '../../../src/storage/web-crypto';
import { at } from '../../support/signing';

const events: readonly AuditEvent[] = [
  { kind: 'unlock-failed' },
  { kind: 'unlocked' },
  { kind: 'created', record: 's-1' },
  { kind: 'signed', record: 's-1' },
  { kind: 'backup-made', records: 1 },
  { kind: 'locked' },
];
let log: readonly AuditLine[];

beforeAll(async () => {
  log = [];
  for (const [n, event] of events.entries()) {
    const who = event.kind === 'unlock-failed' ? null : 'profile-1';
    log = [...log, await nextLine(log.at(-1) ?? null, { at: at(n), who, event }, webChecking)];
  }
});

const check = async (lines: readonly AuditLine[]) => {
  const verdict = await verifyAudit(lines, webChecking);
  return verdict.ok ? verdict.value : verdict.error;
};

describe('the audit log', () => {
  it('holds, and its head can be kept outside', async () => {
    expect(await check([])).toEqual({ count: 0, head: null });
    expect(log.map(({ n, event }) => [n, event])).toEqual(events.map((event, n) => [n + 1, event]));
    const head = { count: 6, head: log[5]?.hash ?? null };
    expect(await check(log)).toEqual(head);
    const hashes = log.map(({ hash }) => hash);
    expect(judgeHead(hashes.slice(0, 4), head)).toEqual({ kind: 'cut-short', missing: 2 });
  });

  it('names the first line that was changed, in any of its fields or by one more', async () => {
    for (const change of [
      { at: at(40) },
      { who: 'profile-2' },
      { event: { kind: 'locked' } as const },
      { hash: log[0]?.hash ?? '' },
      { 'x-new': 1 },
    ]) {
      const changed = log.map((line, n) => (n === 2 ? { ...line, ...change } : line));
      expect(await check(changed), JSON.stringify(change)).toEqual({ n: 3, kind: 'hash' });
    }
  });

  it('names the first line that does not follow the one before: left out, moved, put in, or changed and hashed anew', async () => {
    expect(await check(log.toSpliced(2, 1))).toEqual({ n: 3, kind: 'link' });
    expect(await check(log.slice(1))).toEqual({ n: 1, kind: 'link' });
    expect(await check([...log.slice(0, 2), log[3], log[2], ...log.slice(4)] as AuditLine[])).toEqual({
      n: 3,
      kind: 'link',
    });
    const put = await nextLine(log[1] ?? null, { at: at(2), who: null, event: { kind: 'locked' } }, webChecking);
    expect(await check(log.toSpliced(2, 0, put))).toEqual({ n: 4, kind: 'link' });
    const body = bodyOf({ ...log[2], who: 'profile-2' });
    const rehashed = { ...body, hash: await hashOf(body, webChecking) } as AuditLine;
    expect(await check(log.toSpliced(2, 1, rehashed))).toEqual({ n: 4, kind: 'link' });
  });
});

describe('a clock that was set back', () => {
  const later = (ms: number) => new Date(Date.parse(at(30)) + ms).toISOString();

  it('is an event that says what it showed and by how much it went back', () => {
    expect(clockJump(at(30), later(-3_600_000))).toEqual({
      kind: 'clock-set-back',
      lastSeen: at(30),
      shows: later(-3_600_000),
      byMs: 3_600_000,
    });
  });

  it('is none where time went on, stood, was corrected a little, or was never seen', () => {
    for (const ms of [86_400_000, 1, 0, -1, -clockTolerance]) expect(clockJump(at(30), later(ms))).toBeNull();
    expect(clockJump(at(30), later(-clockTolerance - 1))).not.toBeNull();
    expect(clockJump(null, at(0))).toBeNull();
  });

  it('is told by instants, not by how they are written in another zone', () => {
    expect(clockJump('2026-03-02T10:00:00+01:00', '2026-03-02T09:00:00Z')).toBeNull();
    expect(clockJump('2026-03-02T09:00:00Z', '2026-03-02T09:30:00+01:00')).toMatchObject({ byMs: 1_800_000 });
  });
});
