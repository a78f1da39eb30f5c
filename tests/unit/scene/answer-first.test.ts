import { describe, expect, it } from 'vitest';
import { createAnswerFirst } from '../../../src/scene/answer-first';

/** A page whose frames and timers come when told to. */
function handBeat() {
  let now = 0;
  let frames: (() => void)[] = [];
  let timers: { at: number; then: () => void }[] = [];
  const drawn: number[] = [];
  const made = createAnswerFirst({
    now: () => now,
    nextFrame: (then) => frames.push(then),
    later: (then, ms) => timers.push({ at: now + ms, then }),
  });
  let asked = false;
  const again = () => {
    asked = true;
  };
  const due = () => {
    const mine = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { then } of mine) then();
  };
  return {
    ...made,
    drawn,
    /** The next frame of the page, so long after; the head is drawn in it if asked for, which holds the page up so long. */
    frame: (afterMs = 16, takesMs = 0, wanted = true) => {
      now += afterMs;
      due();
      const begun = frames;
      frames = [];
      for (const then of begun) then();
      if ((wanted || asked) && !made.wait(again)) {
        asked = false;
        drawn.push(now);
        made.drew();
        now += takesMs;
      }
      due();
    },
    pass: (ms: number) => {
      now += ms;
      due();
    },
  };
}

describe('a press', () => {
  it('is answered before the head is drawn, which comes in the next frame', () => {
    const page = handBeat();
    page.press();
    page.frame(10);
    expect(page.drawn).toEqual([]);
    page.frame(16, 0, false);
    expect(page.drawn).toEqual([26]);
    page.frame();
    expect(page.drawn, 'without a press every frame is drawn').toEqual([26, 42]);
  });

  it('leaves out no two frames in a row, however fast presses come', () => {
    const page = handBeat();
    for (let n = 0; n < 6; n += 1) {
      page.press();
      page.frame(16);
    }
    expect(page.drawn).toEqual([32, 64, 96]);
  });

  it('is not kept waiting by the head on a slow machine: it is drawn once the hand rests', () => {
    const page = handBeat();
    for (let n = 0; n < 3; n += 1) page.frame(16, 400);
    const before = page.drawn.length;
    for (let n = 0; n < 5; n += 1) {
      page.press();
      page.frame(20, 400);
      page.frame(180, 400, false);
    }
    expect(page.drawn.length).toBe(before);
    page.pass(350);
    page.frame(16, 400, false);
    expect(page.drawn.length).toBe(before + 1);
  });

  it('leaves out one frame alone again once the machine draws quickly', () => {
    const page = handBeat();
    for (let n = 0; n < 3; n += 1) page.frame(16, 400);
    for (let n = 0; n < 3; n += 1) page.frame(16, 5);
    const before = page.drawn.length;
    page.press();
    page.frame(16);
    page.frame(16, 0, false);
    expect(page.drawn.length).toBe(before + 1);
  });
});
