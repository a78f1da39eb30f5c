import { describe, expect, it } from 'vitest';
import { SideBoard } from '../../../src/scene/side-board';

/** A badge that counts how often the page is laid out for it. */
function badge(measured: () => void): HTMLElement {
  return {
    dataset: {},
    get offsetLeft() {
      measured();
      return 10;
    },
    offsetTop: 20,
    offsetWidth: 30,
    offsetHeight: 40,
  } as unknown as HTMLElement;
}

describe('the badges that tell left from right', () => {
  it('are measured once in every arrangement, however often the head turns, and anew on another canvas', () => {
    let times = 0;
    const board = new SideBoard();
    for (const side of ['left', 'right'] as const)
      board.attach(
        side,
        badge(() => (times += 1)),
      );

    board.turn(0);
    const front = board.boxes('800,600');
    const afterFront = times;
    expect(afterFront).toBeGreaterThan(0);
    board.turn(90);
    board.boxes('800,600');
    const afterBoth = times;
    for (let n = 0; n < 5; n += 1) {
      board.turn(0);
      expect(board.boxes('800,600')).toEqual(front);
      board.turn(90);
      board.boxes('800,600');
    }
    expect(times).toBe(afterBoth);

    board.boxes('400,600');
    expect(times).toBeGreaterThan(afterBoth);
  });
});
