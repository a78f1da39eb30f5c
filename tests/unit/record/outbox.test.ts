import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  begun,
  firstWaitMs,
  type Line,
  longestWaitMs,
  mergedState,
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
import { readSendState } from '../../../src/record/outbox-schema';
import { draws } from '../../support/draws';
import { everything, iso, start, where } from '../../support/signed-line';

/** What happens to one attempt: what the server does with it, and what comes back. */
type Fate =
  | { readonly kind: 'taken' }
  /** The server has it, and the answer is lost. */
  | { readonly kind: 'taken-unheard' }
  | { readonly kind: 'lost' | 'error' | 'busy' | 'refused' | 'sign-in' | 'not-fhir' }
  /** The page is closed while it is under way; whether the server had it by then is open. */
  | { readonly kind: 'reload'; readonly arrived: boolean };

const answerTo = (fate: Exclude<Fate['kind'], 'reload'>): Answer => {
  switch (fate) {
    case 'taken':
      return { kind: 'accepted' };
    case 'taken-unheard':
    case 'lost':
      return { kind: 'later', why: 'offline', retryAfterMs: null };
    case 'error':
      return { kind: 'later', why: 'server', retryAfterMs: null };
    case 'busy':
      return { kind: 'later', why: 'busy', retryAfterMs: 7000 };
    case 'sign-in':
      return { kind: 'later', why: 'sign-in', retryAfterMs: null };
    case 'not-fhir':
      return { kind: 'later', why: 'not-fhir', retryAfterMs: null };
    case 'refused':
      return { kind: 'refused', status: 422, text: 'no', mend: 'record' };
  }
};

/** The outbox over a server that keeps by identifier; every attempt is looked at as it is made. */
function world() {
  let states = new Map<string, SendState>();
  let line: Line = openLine;
  const clock = { now: start };
  const server = { kept: new Set<string>(), acknowledged: [] as string[] };
  const refused = new Set<string>();
  /** Sessions that nothing waits for any more. */
  const forked = new Set<string>();
  const problems: string[] = [];

  const judge = (item: Outgoing) => {
    const id = outgoingId(item);
    if (server.acknowledged.includes(id)) problems.push(`${id} was acknowledged and sent again`);
    if (refused.has(id)) problems.push(`${id} was refused and sent again unasked`);
    const mine = everything.filter(({ patient }) => patient === item.patient);
    const before = mine.slice(
      0,
      mine.findIndex((one) => outgoingId(one) === id),
    );
    for (const one of before)
      if (!server.acknowledged.includes(outgoingId(one)) && !forked.has(one.session))
        problems.push(`${id} before ${outgoingId(one)}`);
  };

  /** One step of the runner; false where there is nothing more to do by itself. */
  const step = (fate: Fate, random: number, instead: (id: string) => Answer | null = () => null): boolean => {
    const next = nextToSend(everything, states, { line, where, now: clock.now });
    if (next.kind === 'rest') return false;
    if (next.kind === 'wait') {
      if (next.until <= clock.now) problems.push('a wait that is over');
      clock.now = next.until;
      return true;
    }
    const { item } = next;
    const id = outgoingId(item);
    judge(item);
    states.set(id, begun(states.get(id), { at: iso(clock.now), where, hash: item.hash }));
    clock.now += 10;
    if (fate.kind === 'reload') {
      if (fate.arrived) server.kept.add(id);
      // What was kept is all that the next page knows.
      states = new Map(
        [...states].map(([key, state]) => [key, readSendState(JSON.parse(JSON.stringify(state))) ?? state]),
      );
      line = openLine;
      return true;
    }
    const other = instead(id);
    if (other !== null) forked.add(item.session);
    else if (fate.kind === 'taken' || fate.kind === 'taken-unheard') server.kept.add(id);
    if (fate.kind === 'taken' && other === null) server.acknowledged.push(id);
    if (fate.kind === 'refused') refused.add(id);
    const after = settled(states.get(id), line, other ?? answerTo(fate.kind), {
      at: iso(clock.now),
      where,
      hash: item.hash,
      random,
    });
    states.set(id, after.state);
    line = after.line;
    return true;
  };

  /** "Send again", and having signed in. */
  const byHand = () => {
    line = openLine;
    refused.clear();
    for (const [id, state] of states) states.set(id, released(state, iso(clock.now)) ?? state);
  };
  return { step, byHand, server, problems, states: () => states, line: () => line, clock };
}

const fates: fc.Arbitrary<Fate> = fc.oneof(
  fc.constantFrom<Fate>(
    { kind: 'taken' },
    { kind: 'taken-unheard' },
    { kind: 'lost' },
    { kind: 'error' },
    { kind: 'busy' },
    { kind: 'refused' },
    { kind: 'sign-in' },
    { kind: 'not-fhir' },
  ),
  fc.record({ kind: fc.constant<'reload'>('reload'), arrived: fc.boolean() }),
);
const chance = fc.double({ min: 0, max: 0.999, noNaN: true });

describe('the outbox', () => {
  it('sends every version until it is acknowledged, once, each patient in order, whatever happens in between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fates, chance, fc.boolean()), { maxLength: 60 }), (happens) => {
        const one = world();
        for (const [fate, random, again] of happens) if (!one.step(fate, random) && again) one.byHand();
        expect(one.problems).toEqual([]);
        // Then all is well again.
        one.byHand();
        let steps = 0;
        while (one.step({ kind: 'taken' }, 0.5)) {
          steps += 1;
          if (steps > 200) throw new Error('it never comes to rest');
        }
        expect(one.problems).toEqual([]);
        expect(one.server.acknowledged.toSorted()).toEqual(everything.map(outgoingId).toSorted());
        expect(one.server.kept.size).toBe(everything.length);
      }),
      { numRuns: draws(400) },
    );
  });

  it('loses nothing to a connection that is gone for days, and waits ever longer up to a quarter of an hour', () => {
    const one = world();
    const from = one.clock.now;
    let tries = 0;
    for (let n = 0; n < 800; n += 1) {
      const before = one.clock.now;
      one.step({ kind: 'lost' }, 0.999);
      expect(one.clock.now - before).toBeLessThanOrEqual(longestWaitMs);
      if (one.clock.now - before === 10) tries += 1;
    }
    expect(one.clock.now - from).toBeGreaterThan(3 * 86_400_000);
    expect(tries).toBeGreaterThan(300);
    while (one.step({ kind: 'taken' }, 0)) expect(one.problems).toEqual([]);
    expect(one.server.acknowledged.length).toBe(everything.length);
  });

  it('holds back one patient alone when something of his is refused', () => {
    const one = world();
    one.step({ kind: 'refused' }, 0);
    while (one.step({ kind: 'taken' }, 0)) expect(one.problems).toEqual([]);
    expect(one.server.acknowledged).toEqual(['bob-0.1', 'bob-1.1', 'bob-1.2', 'bob-2.1']);
    expect(one.states().get('ann-0.1')).toMatchObject({ kind: 'refused', status: 422, mend: 'record' });
    expect(one.states().has('ann-1.1'), 'nothing is kept of what nobody tried').toBe(false);
  });

  it('goes on with another patient while one version waits, but spares a server that fails in general', () => {
    const one = world();
    one.step({ kind: 'error' }, 0);
    const next = nextToSend(everything, one.states(), { line: openLine, where, now: one.clock.now });
    expect(next).toMatchObject({ kind: 'send', item: { patient: 'bob' } });
    const spared = nextToSend(everything, one.states(), { line: one.line(), where, now: one.clock.now });
    expect(spared.kind).toBe('wait');
  });

  it('stops at a missing sign-in, and that is no try of the version', () => {
    const one = world();
    one.step({ kind: 'sign-in' }, 0);
    expect(one.step({ kind: 'taken' }, 0)).toBe(false);
    expect(one.states().get('ann-0.1')).toMatchObject({ kind: 'failed', tries: 0, why: 'sign-in' });
    one.byHand();
    expect(one.step({ kind: 'taken' }, 0)).toBe(true);
  });

  it('hands nothing more to what turned out to be no FHIR server, until somebody asks', () => {
    const one = world();
    one.step({ kind: 'not-fhir' }, 0);
    expect(one.step({ kind: 'taken' }, 0)).toBe(false);
    one.byHand();
    expect(one.step({ kind: 'taken' }, 0)).toBe(true);
  });

  it('waits as long as the server asks, within its own longest wait', () => {
    const at = iso(start);
    const later = (retryAfterMs: number) =>
      settled(undefined, openLine, { kind: 'later', why: 'busy', retryAfterMs }, { at, where, hash: null, random: 0 });
    expect(later(60_000).line.notBefore).toBe(start + 60_000);
    expect(later(9e9).line.notBefore).toBe(start + longestWaitMs);
    expect(later(0).line.notBefore).toBe(start + firstWaitMs / 2);
    expect([1, 2, 3, 40].map((n) => waitMs(n, 1))).toEqual([2000, 4000, 8000, longestWaitMs]);
  });

  it('does not wait for a moment that a clock set back has moved far away', () => {
    const hash = everything[0]?.hash ?? undefined;
    const state: SendState = {
      kind: 'failed',
      at: iso(start),
      where,
      hash,
      tries: 3,
      retryAt: start + 9e8,
      why: 'server',
    };
    const next = nextToSend(everything, new Map([['ann-0.1', state]]), { line: openLine, where, now: start });
    expect(next).toMatchObject({ kind: 'send', item: { session: 'ann-0' } });
  });

  it('counts nothing that another server was told', () => {
    const states = new Map<string, SendState>(
      everything.map((item) => [
        outgoingId(item),
        { kind: 'sent', at: iso(start), where: 'https://old.example', hash: item.hash ?? undefined },
      ]),
    );
    states.set('bob-0.1', {
      kind: 'refused',
      at: iso(start),
      where: 'https://old.example',
      status: 400,
      text: '',
      mend: 'address',
    });
    const asked = { line: openLine, now: start };
    expect(nextToSend(everything, states, { ...asked, where }).kind).toBe('send');
    expect(nextToSend(everything.slice(0, 1), states, { ...asked, where: 'https://old.example' }).kind).toBe('rest');
  });

  it('of a backup takes what was acknowledged, never a refusal or a try, and never unlearns an acknowledgement', () => {
    const sent: SendState = { kind: 'sent', at: iso(start), where, hash: 'a' };
    const refusal: SendState = { kind: 'refused', at: iso(start), where, status: 400, text: '', mend: 'address' };
    const sending: SendState = { kind: 'sending', at: iso(start), where, tries: 0 };
    for (const hash of ['a', null]) {
      expect(mergedState(null, sent, hash)).toBe(sent);
      expect(mergedState(refusal, sent, hash)).toBe(sent);
      expect(mergedState(null, refusal, hash)).toBeNull();
      expect(mergedState(null, sending, hash)).toBeNull();
      expect(mergedState(sent, refusal, hash)).toBe(sent);
      expect(mergedState(sending, null, hash)).toBe(sending);
    }
  });

  it('of a backup takes no acknowledgement of another version of that number, and of one without a hash none', () => {
    const sent = (hash?: string): SendState => ({ kind: 'sent', at: iso(start), where, hash });
    const refusal: SendState = { kind: 'refused', at: iso(start), where, status: 400, text: '', mend: 'address' };
    expect(mergedState(null, sent('b'), 'a')).toBeNull();
    expect(mergedState(refusal, sent('b'), 'a')).toBe(refusal);
    expect(mergedState(refusal, sent(), 'a')).toBe(refusal);
    const own = sent('a');
    expect(mergedState(sent('b'), own, 'a'), 'what is kept here is of another').toBe(own);
  });

  it('counts an acknowledgement of another version of the same number, or of nobody knows which, for nothing', () => {
    const [item] = everything;
    if (item === undefined) throw new Error('nothing is signed');
    const next = (state: object, one = item) =>
      nextToSend([one], new Map([[outgoingId(item), { kind: 'sent', at: iso(start), where, ...state } as SendState]]), {
        line: openLine,
        where,
        now: start,
      }).kind;
    expect(next({ hash: item.hash })).toBe('rest');
    expect(next({ hash: 'another' })).toBe('send');
    expect(next({})).toBe('send');
    expect(next({ hash: 'another' }, { ...item, hash: null }), 'it does not open: it could not be sent').toBe('rest');
  });

  it('holds back the session alone where another version of it is on the server', () => {
    const one = world();
    const fork: Answer = { kind: 'refused', status: null, text: '', mend: 'forked' };
    while (one.step({ kind: 'taken' }, 0, (id) => (id === 'ann-1.1' ? fork : null))) expect(one.problems).toEqual([]);
    expect(one.server.acknowledged.toSorted()).toEqual([
      'ann-0.1',
      'ann-2.1',
      'bob-0.1',
      'bob-1.1',
      'bob-1.2',
      'bob-2.1',
    ]);
    const [refused] = tallyOf(everything, one.states(), where).refused;
    expect(refused).toMatchObject({ item: { session: 'ann-1', version: 1 }, behind: 1 });
  });

  it('reads what it kept, and takes what it cannot read for not sent', () => {
    fc.assert(
      fc.property(fates, chance, (fate, random) => {
        const one = world();
        one.step(fate, random);
        for (const state of one.states().values())
          expect(readSendState(JSON.parse(JSON.stringify(state)))).toEqual(state);
      }),
    );
    for (const doc of [null, {}, { kind: 'sent' }, { kind: 'sent', at: 'yesterday', where }, 'sent'])
      expect(readSendState(doc)).toBeNull();
  });
});
