import { describe, expect, it } from 'vitest';
import {
  begun,
  inSendingOrder,
  isSent,
  type Line,
  longestWaitMs,
  nextToSend,
  openLine,
  type Outgoing,
  outgoingId,
  released,
  type SendState,
  settled,
  tallyOf,
  waitMs,
} from '../../../src/record/outbox';
import { everything, iso, start, where } from '../../support/signed-line';

describe('the outbox, step by step', () => {
  it('counts what is signed by what became of it here: sent, waiting, refused, tried in vain', () => {
    const at = (minute: number) => iso(start + 60_000 * minute);
    const of = (n: number): Outgoing => {
      const item = everything[n];
      if (item === undefined) throw new Error('not so many are signed');
      return item;
    };
    const refusal = { status: 422, text: 'no', mend: 'record' } as const;
    const known = (item: Outgoing) => ({ where, hash: item.hash ?? undefined });
    // In order: ann-0.1, bob-0.1, ann-1.1, ann-1.2, bob-1.1, bob-1.2, ann-2.1, bob-2.1.
    expect(everything.map(outgoingId)).toEqual([
      'ann-0.1',
      'bob-0.1',
      'ann-1.1',
      'ann-1.2',
      'bob-1.1',
      'bob-1.2',
      'ann-2.1',
      'bob-2.1',
    ]);
    const states = new Map<string, SendState>([
      ['ann-0.1', { kind: 'sent', at: at(2), ...known(of(0)) }],
      ['bob-0.1', { kind: 'sent', at: at(1), ...known(of(1)) }],
      ['ann-1.1', { kind: 'refused', at: at(3), ...known(of(2)), ...refusal }],
      ['bob-1.1', { kind: 'failed', at: at(5), ...known(of(4)), tries: 2, retryAt: start, why: 'busy' }],
      ['bob-1.2', { kind: 'failed', at: at(4), ...known(of(5)), tries: 7, retryAt: start, why: 'offline' }],
    ]);
    expect(tallyOf(everything, states, where)).toEqual({
      sent: 2,
      waiting: 5,
      refused: [{ item: of(2), refusal, at: at(3), behind: 2 }],
      failed: { n: 2, why: 'busy', tries: 2 },
      lastSentAt: at(2),
    });
    expect(tallyOf(everything, new Map(), where)).toEqual({
      sent: 0,
      waiting: 8,
      refused: [],
      failed: null,
      lastSentAt: null,
    });
    expect(everything.filter((item) => isSent(states, item, where))).toEqual([of(0), of(1)]);
    expect(isSent(states, of(0), 'https://old.example')).toBe(false);
  });

  it('rests when nothing is left, and waits for what is due first otherwise', () => {
    const [item] = everything;
    if (item === undefined) throw new Error('nothing is signed');
    const failed = (retryAt: number): SendState => ({
      kind: 'failed',
      at: iso(start),
      where,
      hash: item.hash ?? undefined,
      tries: 1,
      retryAt,
      why: 'server',
    });
    const next = (states: readonly (readonly [string, SendState])[], line: Line = openLine, items = everything) =>
      nextToSend(items, new Map(states), { line, where, now: start });
    expect(next([], openLine, [])).toEqual({ kind: 'rest' });
    expect(next([], { ...openLine, stopped: true })).toEqual({ kind: 'rest' });
    expect(next([], { ...openLine, notBefore: start + 5000 })).toEqual({ kind: 'wait', until: start + 5000 });
    expect(next([], { ...openLine, notBefore: start })).toEqual({ kind: 'send', item });
    expect(next([], { ...openLine, notBefore: start + longestWaitMs + 1 })).toEqual({ kind: 'send', item });
    expect(next([['ann-0.1', failed(start + 3000)]], openLine, [item])).toEqual({ kind: 'wait', until: start + 3000 });
    expect(next([['ann-0.1', failed(start)]], openLine, [item])).toEqual({ kind: 'send', item });
    const late = { ...openLine, notBefore: start + 9000 };
    expect(next([['ann-0.1', failed(start + 3000)]], late, [item])).toEqual({ kind: 'wait', until: start + 9000 });
    expect(next([['ann-0.1', failed(start + 12_000)]], late)).toEqual({ kind: 'wait', until: start + 9000 });
  });

  it('begins a try with those before it at this server, and releases what waits or was refused', () => {
    const at = iso(start);
    const failed: SendState = { kind: 'failed', at, where, hash: 'h', tries: 3, retryAt: start, why: 'busy' };
    const moment = { at, where, hash: 'h' };
    expect(begun(failed, moment)).toEqual({ kind: 'sending', at, where, hash: 'h', tries: 3 });
    expect(begun({ ...failed, where: 'https://old.example' }, moment)).toMatchObject({ tries: 0 });
    expect(begun({ kind: 'sent', at, where }, { ...moment, hash: null })).toEqual({
      kind: 'sending',
      at,
      where,
      tries: 0,
    });
    const again = { kind: 'sending', at, where, hash: 'h', tries: 0 };
    expect(released(failed, at)).toEqual(again);
    expect(released({ kind: 'refused', at, where, status: null, text: '', mend: 'size' }, at)).toEqual({
      kind: 'sending',
      at,
      where,
      tries: 0,
    });
    const sent: SendState = { kind: 'sent', at, where, hash: 'h' };
    expect([released(sent, at), released(sent, at, true)]).toEqual([null, again]);
    expect(released({ kind: 'sending', at, where, tries: 1 }, at, true)).toBeNull();
  });

  it('makes of an answer what is kept of the version and of the line', () => {
    const moment = { at: iso(start), where, hash: 'h', random: 0 };
    const told = { at: iso(start), where, hash: 'h' };
    const line: Line = { failures: 2, notBefore: start, stopped: false };
    const before = begun(undefined, moment);
    expect(settled(before, line, { kind: 'accepted' }, moment)).toEqual({
      state: { kind: 'sent', ...told },
      line: openLine,
    });
    const refusal = { status: 400, text: 'no', mend: 'format' } as const;
    expect(settled(before, line, { kind: 'refused', ...refusal }, moment)).toEqual({
      state: { kind: 'refused', ...told, ...refusal },
      line: openLine,
    });
    // The first try of this version waits 1 to 2 s, the third failure of the line 4 to 8 s.
    expect(settled(before, line, { kind: 'later', why: 'server', retryAfterMs: null }, moment)).toEqual({
      state: { kind: 'failed', ...told, tries: 1, retryAt: start + 1000, why: 'server' },
      line: { failures: 3, notBefore: start + 4000, stopped: false },
    });
    expect(settled(before, line, { kind: 'later', why: 'sign-in', retryAfterMs: null }, moment)).toEqual({
      state: { kind: 'failed', ...told, tries: 0, retryAt: start, why: 'sign-in' },
      line: { failures: 3, notBefore: start + 4000, stopped: true },
    });
    expect(settled(before, line, { kind: 'later', why: 'not-fhir', retryAfterMs: null }, moment).line.stopped).toBe(
      true,
    );
    expect([waitMs(1, 0), waitMs(1, 0.5), waitMs(3, 0)]).toEqual([1000, 1500, 4000]);
  });

  it('is in the order of the sessions, and of their versions by number', () => {
    const one = (session: string, version: number, startedAt: string): Outgoing => ({
      session,
      version,
      hash: null,
      patient: 'ann',
      startedAt,
    });
    const ordered = [
      one('s-0', 1, '2026-01-01T10:00:00+02:00'),
      one('s-1', 1, '2026-01-01T09:00:00Z'),
      one('s-1', 2, '2026-01-01T09:00:00Z'),
      one('s-1', 10, '2026-01-01T09:00:00Z'),
      one('s-2', 1, '2026-01-01T09:00:00Z'),
    ];
    expect(inSendingOrder(ordered.toReversed())).toEqual(ordered);
    expect(inSendingOrder([3, 0, 4, 2, 1].flatMap((n) => ordered[n] ?? []))).toEqual(ordered);
  });
});
