import { describe, expect, it } from 'vitest';
import { todayHint } from '../../../../src/state/learn/due-text';

describe('what is said beneath the numbers of today', () => {
  const now = '2026-11-20T09:00:00+01:00';
  const next = '2026-11-22T09:00:00+01:00';

  it('speaks of repeating only where something is to be repeated', () => {
    expect(todayHint({ due: 3, fresh: 20, next }, now)).toBe('What is due to be repeated.');
    expect(todayHint({ due: 0, fresh: 20, next: null }, now)).toBe(
      'Nothing is due to be repeated. What is new today waits.',
    );
  });

  it('says when something will be due where nothing waits, and that nothing was begun where nothing ever will', () => {
    expect(todayHint({ due: 0, fresh: 0, next }, now)).toBe('The next is due in 2 days.');
    expect(todayHint({ due: 0, fresh: 0, next: null }, now)).toBe('Nothing was begun yet.');
  });
});
