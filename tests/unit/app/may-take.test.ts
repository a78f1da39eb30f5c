import { describe, expect, it } from 'vitest';
import { type Answered, refusalOf } from '../../../src/app/may-take';

const window = (id: string, busy: Answered['busy']): Answered => ({ id, busy });

describe('whether a newer version may take over', () => {
  it('is so only where every window said that it is free', () => {
    expect(refusalOf('a', [window('a', null), window('b', null)])).toBeNull();
    expect(refusalOf('a', [window('a', null), window('b', 'silent')])).toEqual({ why: 'silent', where: 'elsewhere' });
    for (const busy of ['session', 'not-saved', 'work'] as const)
      expect(refusalOf('a', [window('a', null), window('b', busy)])).toEqual({ why: busy, where: 'elsewhere' });
  });

  it('gives the weightiest reason of all windows, and of those with the same one the window that asks', () => {
    expect(refusalOf('a', [window('a', 'work'), window('b', 'session'), window('c', 'silent')])).toEqual({
      why: 'session',
      where: 'elsewhere',
    });
    expect(refusalOf('a', [window('b', 'session'), window('a', 'session')])).toEqual({ why: 'session', where: 'here' });
    expect(refusalOf('a', [window('a', 'silent'), window('b', 'not-saved')])?.why).toBe('not-saved');
  });
});
