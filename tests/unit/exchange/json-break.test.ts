import { describe, expect, it } from 'vitest';
import { whereJsonBreaks } from '../../../src/exchange/json-break';

describe('where a text stops being JSON', () => {
  it.each([
    ['', 0],
    ['  ', 2],
    ['{', 1],
    ['{"a"', 4],
    ['{"a" 1}', 5],
    ['{"a":}', 5],
    ['{"a":1,}', 7],
    ['{a:1}', 1],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['[1}', 2],
    ['[1]]', 3],
    ['"abc', 4],
    ['"a\nb"', 2],
    ['"\\x"', 1],
    ['"\\u12"', 1],
    ['tru', 0],
    ['[01]', 1],
    ['[1.]', 1],
    ['[--1]', 1],
    ["{'a':1}", 1],
  ])('%j breaks at %i', (text, offset) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(whereJsonBreaks(text)).toBe(offset);
  });

  it.each([
    '0',
    '-0.5e+10',
    '"\\u00e9\\n \u007f\u0085"',
    ' [ ] ',
    '{"a":{"b":[1,true,null,{}]},"":""}\n',
    '"\u{1f642}\\\\"',
  ])('goes through to the end of what is JSON: %j', (text) => {
    JSON.parse(text);
    expect(whereJsonBreaks(text)).toBe(text.length);
  });

  it('goes through a text of megabytes without running out of stack', () => {
    const text = `["${'ab\\n'.repeat(1_000_000)}", ${'['.repeat(500_000)}`;
    expect(whereJsonBreaks(text)).toBe(text.length);
  });
});
