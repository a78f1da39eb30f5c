import { describe, expect, it } from 'vitest';
import { watchIdle } from '../../../src/state/watch-idle';

const minute = 60_000;

/** Windows of one device that hear each other, under one clock. */
function device(minutes = 10) {
  let at = 1_000_000;
  let timers: { readonly at: number; readonly done: () => void }[] = [];
  const hearing: ((event: MessageEvent<unknown>) => void)[] = [];
  const choice = { minutes };
  const windowOn = () => {
    let locks = 0;
    let here: () => void = () => undefined;
    let changed: () => void = () => undefined;
    let mine: ((event: MessageEvent<unknown>) => void) | null = null;
    watchIdle({
      minutes: () => choice.minutes,
      onMinutes: (call) => {
        changed = call;
      },
      now: () => at,
      after: (ms, done) => {
        const timer = { at: at + ms, done };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
      presence: (call) => {
        here = call;
      },
      channel: {
        postMessage: (data: unknown) => {
          for (const hear of hearing) if (hear !== mine) hear({ data } as MessageEvent<unknown>);
        },
        addEventListener: ((_kind: string, hear: (event: MessageEvent<unknown>) => void) => {
          mine = hear;
          hearing.push(hear);
        }) as BroadcastChannel['addEventListener'],
      },
      onLock: () => {
        locks += 1;
      },
    });
    return {
      touch: () => {
        here();
      },
      choose: (next: number) => {
        choice.minutes = next;
        changed();
      },
      locks: () => locks,
    };
  };
  const pass = (ms: number) => {
    const until = at + ms;
    for (;;) {
      const next = timers.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers = timers.filter((one) => one !== next);
      at = next.at;
      next.done();
    }
    at = until;
  };
  return { windowOn, pass };
}

describe('a device that is watched', () => {
  it('locks once nobody was here for the minutes chosen', () => {
    const { windowOn, pass } = device();
    const one = windowOn();
    pass(9 * minute);
    one.touch();
    pass(9 * minute);
    expect(one.locks()).toBe(0);
    pass(minute);
    expect(one.locks()).toBe(1);
  });

  it('takes who works in another window for being here', () => {
    const { windowOn, pass } = device();
    const [one, two] = [windowOn(), windowOn()];
    for (let n = 0; n < 4; n += 1) {
      pass(6 * minute);
      two.touch();
    }
    expect([one.locks(), two.locks()]).toEqual([0, 0]);
    pass(10 * minute);
    expect([one.locks(), two.locks()]).toEqual([1, 1]);
  });

  it('follows the choice while it is open, and never locks where never was chosen', () => {
    const { windowOn, pass } = device();
    const one = windowOn();
    one.choose(0);
    pass(600 * minute);
    expect(one.locks()).toBe(0);
    one.choose(2);
    pass(2 * minute);
    expect(one.locks()).toBe(1);
  });
});
