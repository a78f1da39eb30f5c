import { describe, expect, it } from 'vitest';
import { createIdleLock } from '../../../src/storage/idle-lock';

/** A desk with a clock and timers of its own. `jump` sets the clock; the timers do not notice. */
function desk(limitMs = 60_000) {
  let up = 0;
  let clockAhead = 1_000_000;
  let locks = 0;
  let timers: { at: number; done: () => void }[] = [];
  const idle = createIdleLock({
    now: () => up + clockAhead,
    after(ms, done) {
      const timer = { at: up + ms, done };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    limitMs,
    onLock: () => {
      locks += 1;
    },
  });
  const pass = (ms: number) => {
    const until = up + ms;
    for (;;) {
      const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers = timers.filter((one) => one !== next);
      up = next.at;
      next.done();
    }
    up = until;
  };
  const jump = (ms: number) => {
    clockAhead += ms;
  };
  return { idle, pass, locks: () => locks, timers: () => timers.length, jump };
}

describe('the idle lock', () => {
  it('locks once, after nobody was here for the whole time', () => {
    const { idle, pass, locks, timers } = desk();
    idle.start();
    pass(59_999);
    expect(locks()).toBe(0);
    pass(1);
    expect(locks()).toBe(1);
    pass(600_000);
    expect(locks()).toBe(1);
    expect(timers()).toBe(0);
  });

  it('begins anew with every touch, without a timer a touch', () => {
    const { idle, pass, locks, timers } = desk();
    idle.start();
    for (let n = 0; n < 20; n += 1) {
      pass(50_000);
      idle.touched();
      expect(timers()).toBe(1);
    }
    expect(locks()).toBe(0);
    expect(idle.leftMs()).toBe(60_000);
    pass(60_000);
    expect(locks()).toBe(1);
  });

  it('locks at the first touch after the machine has slept, instead of taking it for presence', () => {
    const { idle, jump, locks } = desk();
    idle.start();
    jump(3_600_000);
    idle.touched();
    expect(locks()).toBe(1);
  });

  it('watches nothing before it is started and after it is stopped', () => {
    const { idle, pass, locks } = desk();
    idle.touched();
    pass(600_000);
    idle.start();
    idle.stop();
    pass(600_000);
    idle.touched();
    expect(locks()).toBe(0);
    expect(idle.leftMs()).toBe(0);
  });

  it('locks after one more period at most when the clock was set back', () => {
    const { idle, pass, jump, locks } = desk();
    idle.start();
    pass(30_000);
    jump(-365 * 24 * 3_600_000);
    pass(90_000);
    expect(locks()).toBe(1);
  });
});
