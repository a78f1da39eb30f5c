import { describe, expect, it } from 'vitest';
import { createIdleWork, quietMs } from '../../../src/app/idle-work';

/** A clock that moves when told to, and what waits for it. */
function handClock() {
  let now = 0;
  let waiting: { at: number; then: () => void }[] = [];
  return {
    later: (then: () => void, afterMs: number) => {
      waiting.push({ at: now + afterMs, then });
    },
    /** Lets time pass; what falls due on the way runs, and what that asks for as well. */
    pass: (ms: number) => {
      const until = now + ms;
      for (;;) {
        const next = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        waiting = waiting.filter((one) => one !== next);
        now = next.at;
        next.then();
      }
      now = until;
    },
    /** Runs what falls due first, alone. */
    one: () => {
      const next = waiting.shift();
      if (next === undefined) throw new Error('nothing waits');
      now = next.at;
      next.then();
    },
  };
}

function* pieces(name: string, count: number, done: string[]): Generator<undefined> {
  for (let i = 1; i <= count; i++) {
    done.push(`${name}${String(i)}`);
    yield;
  }
}

describe('work while nobody asks', () => {
  it('begins once nobody has asked for a while, and then goes on to its end', () => {
    const clock = handClock();
    const done: string[] = [];
    createIdleWork(clock.later)(pieces('a', 3, done));
    clock.pass(quietMs - 1);
    expect(done).toEqual([]);
    clock.pass(1);
    expect(done).toEqual(['a1', 'a2', 'a3']);
  });

  it('lets whatever has come in go first between two pieces', () => {
    const clock = handClock();
    const done: string[] = [];
    createIdleWork(clock.later)(pieces('a', 3, done));
    clock.one();
    expect(done).toEqual(['a1']);
    clock.later(() => done.push('question'), 0);
    clock.one();
    clock.one();
    clock.one();
    expect(done).toEqual(['a1', 'a2', 'question', 'a3']);
  });

  it('never begins while a slider asks for one head after the other', () => {
    const clock = handClock();
    const done: string[] = [];
    const turnTo = createIdleWork(clock.later);
    for (let i = 0; i < 50; i++) {
      turnTo(pieces(`head ${String(i)}, `, 2, done));
      clock.pass(quietMs / 2);
    }
    expect(done).toEqual([]);
    clock.pass(quietMs);
    expect(done).toEqual(['head 49, 1', 'head 49, 2']);
  });

  it('stops where it is when it is turned to something else', () => {
    const clock = handClock();
    const done: string[] = [];
    const turnTo = createIdleWork(clock.later);
    turnTo(pieces('a', 5, done));
    clock.one();
    turnTo(pieces('b', 1, done));
    clock.pass(10 * quietMs);
    expect(done).toEqual(['a1', 'b1']);
  });
});
