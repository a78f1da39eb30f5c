import { describe, expect, it } from 'vitest';
import { leavesVault } from '../../../src/record/ports';
import { lineId, linkId, readLineId, readLinkId, storeName } from '../../../src/record/store-ids';
import { versionId, versionNumber } from '../../../src/record/version-id';

const other = `${'A-_z'.repeat(10)}abc`;

describe('the ids of what a store keeps numbered', () => {
  it('are read as they are made, of this store and of another', () => {
    for (const n of [1, 10, 2048]) {
      for (const store of [null, other]) {
        expect(readLinkId(linkId(n, store))).toEqual({ store, n });
        expect(readLineId(lineId(n, store))).toEqual({ store, n });
      }
    }
    expect([linkId(3), lineId(3), linkId(3, other), lineId(3, other)]).toEqual([
      'chain.3',
      '3',
      `chain.${other}.3`,
      `of.${other}.3`,
    ]);
  });

  it.each(['', '0', '01', 'x3', '3x', `of.${other}x.3`, `of.${other}`, '-1', `of.${other}.0`])(
    'of a line is not %j',
    (id) => {
      expect(readLineId(id)).toBeNull();
    },
  );

  it.each(['chain.', 'chain.0', 'chain.03', 'xchain.3', 'chain.3x', `chain.${other.slice(1)}.3`, '3'])(
    'of a step is not %j',
    (id) => {
      expect(readLinkId(id)).toBeNull();
    },
  );

  it('call another store by the hash of its first', () => {
    expect(storeName(other)).toBe(other);
    for (const none of [null, 43, `${other}x`, `x${other}`, other.slice(1), `${other.slice(1)}!`])
      expect(storeName(none), String(none)).toBeNull();
  });
});

describe('the id of a signed version', () => {
  it('says its number, of its own session alone', () => {
    expect(versionId('s-1', 2)).toBe('s-1.2');
    expect(versionNumber('s-1', 's-1.2')).toBe(2);
    expect(versionNumber('s-1', 's-12.2')).toBe(0);
    expect(versionNumber('s-1', 'chain.2')).toBe(0);
    expect(versionNumber('s-1', 's-1.two')).toBe(0);
    expect(versionNumber('s-1', 's-1.2.5')).toBe(0);
  });
});

it('what the vault knows of a server stays in it; everything else may be in a backup', () => {
  expect([leavesVault('server'), leavesVault('diary'), leavesVault('learning')]).toEqual([false, true, true]);
});
