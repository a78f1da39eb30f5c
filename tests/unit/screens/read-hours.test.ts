import { expect, it } from 'vitest';
import { readHours } from '../../../src/screens/diary/read-hours';

it('hours are read as people type them, and nothing else is', () => {
  expect(['', ' ', '4', '4,5', '0.25', '.5', '12'].map(readHours)).toEqual([null, null, 4, 4.5, 0.25, 0.5, 12]);
  expect(['0', '0,', '-1', '1e1', '0x10', '4 h', 'four'].map(readHours)).toEqual(Array.from({ length: 7 }));
});
