import { describe, expect, it } from 'vitest';
import { copied } from '../../../../src/screens/preview/home/copied';

describe('copying a link', () => {
  it('tells whether the link lies on the clipboard: also where there is none, or where it is refused', async () => {
    const written: string[] = [];
    const clipboard = {
      writeText: (text: string) => {
        written.push(text);
        return Promise.resolve();
      },
    };
    expect(await copied('a', clipboard)).toBe(true);
    expect(written).toEqual(['a']);
    expect(await copied('a', undefined)).toBe(false);
    expect(await copied('a', { writeText: () => Promise.reject(new Error('NotAllowedError')) })).toBe(false);
  });
});
