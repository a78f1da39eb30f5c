import { describe, expect, it } from 'vitest';
import { createDrawingQueue } from '../../../../src/scene/flat/drawing-queue';

/** Somebody slow, who answers when told to. */
function slowDrawer() {
  const asked: string[] = [];
  let finish: (() => void)[] = [];
  const queue = createDrawingQueue(
    (question: string) =>
      new Promise<string>((resolve, reject) => {
        asked.push(question);
        finish.push(() => {
          if (question === 'bad') reject(new Error('torn paper'));
          else resolve(`${question} drawn`);
        });
      }),
  );
  const soon = () => new Promise((resolve) => setTimeout(resolve));
  return {
    asked,
    want: (what: string, when?: 'now' | 'ahead') => queue.want(what, what, when),
    soon,
    /** Answers what is being asked. */
    answer: async () => {
      const all = finish;
      finish = [];
      for (const one of all) one();
      await soon();
    },
  };
}

describe('a queue to somebody slow', () => {
  it('asks one question at a time, what is wanted now before what is only worked out ahead', async () => {
    const { asked, want, soon, answer } = slowDrawer();
    want('left', 'ahead');
    want('back', 'ahead');
    const front = want('front');
    await soon();
    expect(asked).toEqual(['front']);
    want('right');
    await answer();
    await expect(front.answer).resolves.toBe('front drawn');
    expect(asked).toEqual(['front', 'right']);
    await answer();
    await answer();
    await answer();
    expect(asked).toEqual(['front', 'right', 'left', 'back']);
  });

  it('asks the same once for everybody, and lets one who must wait pass what was asked ahead', async () => {
    const { asked, want, soon, answer } = slowDrawer();
    const [one, other] = [want('front'), want('front')];
    want('left', 'ahead');
    want('back', 'ahead');
    want('back');
    await soon();
    await answer();
    await expect(Promise.all([one.answer, other.answer])).resolves.toEqual(['front drawn', 'front drawn']);
    expect(asked).toEqual(['front', 'back']);
  });

  it('does not ask what nobody wants any more, and asks what one of two still wants', async () => {
    const { asked, want, soon, answer } = slowDrawer();
    want('front');
    const [gone, also] = [want('left'), want('back')];
    const still = want('back');
    gone.drop();
    also.drop();
    also.drop();
    await soon();
    await answer();
    await answer();
    await expect(still.answer).resolves.toBe('back drawn');
    expect(asked).toEqual(['front', 'back']);
  });

  it('goes on after a failure, and asks again when asked again', async () => {
    const { asked, want, soon, answer } = slowDrawer();
    const bad = want('bad');
    const front = want('front');
    await soon();
    await answer();
    await expect(bad.answer).rejects.toThrow('torn paper');
    await answer();
    await expect(front.answer).resolves.toBe('front drawn');
    want('bad');
    await soon();
    expect(asked).toEqual(['bad', 'front', 'bad']);
  });
});
