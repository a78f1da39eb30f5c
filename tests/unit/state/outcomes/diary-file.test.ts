import { expect, it } from 'vitest';
import { mostBytes } from '../../../../src/exchange/diary-csv-table';
import { bytesOf, readTable } from '../../../../src/state/outcomes/diary-import';

/** A file of that size that says when it is read. */
function fileOf(size: number) {
  const read: number[] = [];
  return {
    read,
    size,
    arrayBuffer: () => {
      read.push(size);
      return Promise.resolve(new ArrayBuffer(size));
    },
  };
}

it('a diary to be imported is refused by its size alone, unread; one of just the limit is read', async () => {
  const large = fileOf(mostBytes + 1);
  const refused = await bytesOf(large);
  expect(refused.ok ? refused.value.length : refused.error).toEqual({ kind: 'TooLarge', megabytes: 10 });
  expect(large.read).toEqual([]);
  const most = await bytesOf(fileOf(mostBytes));
  expect(most.ok && most.value.length).toBe(mostBytes);
  // What came another way than through the form has the same limit.
  expect(readTable(new Uint8Array(mostBytes + 1), 'utf-8')).toMatchObject({ error: { kind: 'TooLarge' } });
});
