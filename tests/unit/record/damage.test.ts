import { expect, it } from 'vitest';
import { damageText, pathText } from '../../../src/record/damage';
import { repeatedId } from '../../../src/record/schema';

it('a path is written as a reader of JSON would', () => {
  expect(pathText(['entries', 3, 'anchor', 'positionMm', 0])).toBe('entries[3].anchor.positionMm[0]');
  expect(pathText(['a b', '1x', '$ok', 'x-y'])).toBe('["a b"]["1x"].$ok["x-y"]');
  expect(pathText([])).toBe('');
});

it('damage is told with its place, and of the whole without one', () => {
  expect(damageText({ path: 'entries[3].units', what: 'missing' })).toBe('entries[3].units: missing');
  expect(damageText({ path: '', what: 'not an object' })).toBe('not an object');
});

it('of two rows under one id the second is damaged', () => {
  const rows = ['a', 'b', 'a', 'b'].map((id) => ({ id }));
  expect(repeatedId(rows, 'entries')).toEqual({ path: 'entries[2].id', what: 'used twice' });
  expect(repeatedId(rows.slice(0, 2), 'entries')).toBeNull();
});
