/** Somebody's wish for an answer. */
export type Wish<Answer> = {
  readonly answer: Promise<Answer>;
  /** It is not wanted any more: where nobody else wants the same, it is not asked. Its promise may then stay open. */
  readonly drop: () => void;
};

type Waiting<Question, Answer> = {
  readonly question: Question;
  /** How many want it now. None: it is worked out ahead, once nobody waits. */
  wanted: number;
  /** How many want it some time. */
  ahead: number;
  readonly answer: Promise<Answer>;
  readonly settle: (asked: Promise<Answer>) => void;
  asked: boolean;
};

/**
 * Puts one question after the other to somebody slow, so that what is wanted now never stands behind what was wanted
 * before or is only worked out ahead. The same key is asked once for everybody who wants it meanwhile.
 */
export function createDrawingQueue<Question, Answer>(ask: (question: Question) => Promise<Answer>) {
  const waiting = new Map<string, Waiting<Question, Answer>>();
  let busy = false;

  const next = (): void => {
    if (busy) return;
    const all = [...waiting];
    const found = all.find(([, { wanted }]) => wanted > 0) ?? all[0];
    if (found === undefined) return;
    const [key, one] = found;
    busy = true;
    one.asked = true;
    const asked = ask(one.question);
    one.settle(asked);
    const done = (): void => {
      waiting.delete(key);
      busy = false;
      next();
    };
    asked.then(done, done);
  };

  const put = (key: string, question: Question): Waiting<Question, Answer> => {
    let settle: (asked: Promise<Answer>) => void = () => undefined;
    const answer = new Promise<Answer>((resolve) => {
      settle = resolve;
    });
    // Whoever cares listens: what nobody listens to may fail unheard.
    answer.catch(() => undefined);
    const made: Waiting<Question, Answer> = { question, wanted: 0, ahead: 0, answer, settle, asked: false };
    waiting.set(key, made);
    return made;
  };

  return {
    want(key: string, question: Question, when: 'now' | 'ahead' = 'now'): Wish<Answer> {
      const one = waiting.get(key) ?? put(key, question);
      const count = when === 'now' ? 'wanted' : 'ahead';
      one[count] += 1;
      let mine = true;
      // What else is wanted in the same breath is known before the first is asked.
      queueMicrotask(next);
      return {
        answer: one.answer,
        drop: () => {
          if (mine) one[count] -= 1;
          mine = false;
          if (!one.asked && one.wanted + one.ahead === 0 && waiting.get(key) === one) waiting.delete(key);
        },
      };
    },
  };
}
