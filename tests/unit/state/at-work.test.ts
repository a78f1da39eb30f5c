import { describe, expect, it } from 'vitest';
import { whoMayWork } from '../../../src/state/at-work';
import type { Profile } from '../../../src/state/profiles';

const profile = (id: string, change: Partial<Profile> = {}): Profile => ({
  id,
  name: id,
  credentials: '',
  ...change,
});
const [a, b] = [profile('a'), profile('b')];

describe('who is at work', () => {
  it('is asked on a device of several, as long as nobody said so', () => {
    expect(whoMayWork([a, b], { worker: null })).toEqual([a, b]);
    expect(whoMayWork([a, b], { worker: { profile: a, pin: false } })).toEqual([]);
  });

  it('is not asked where there is one, nor of those who came with a backup from elsewhere', () => {
    expect(whoMayWork([a], { worker: null })).toEqual([]);
    expect(whoMayWork([a, profile('c', { elsewhere: true })], { worker: null })).toEqual([]);
    expect(whoMayWork([a, b, profile('c', { elsewhere: true })], { worker: null })).toEqual([a, b]);
  });
});
