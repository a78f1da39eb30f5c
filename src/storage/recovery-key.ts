import { err, ok, type Result } from '../record/ports';

/** A prime number of characters that hands do not confuse: a check character then finds every single slip. */
const alphabet = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 7;
const dataPerGroup = 4;
/** The largest multiple of the alphabet's length in a byte: above it a byte would favour some characters. */
const fair = 256 - (256 % alphabet.length);

/** Which group was mistyped, counted from 1; 0 where the number of characters is wrong. */
export type Mistyped = { readonly kind: 'Mistyped'; readonly group: number };

/**
 * A new recovery key: 7 groups of 5 characters, 28 of them random (138 bits) and the last of each group a check.
 * `random` gives bytes.
 */
export function newRecoveryKey(random: (length: number) => Uint8Array): string {
  const key: string[] = [];
  for (let group = 0; group < groups; group += 1) {
    const values: number[] = [];
    while (values.length < dataPerGroup) {
      const byte = random(1)[0] ?? fair;
      if (byte < fair) values.push(byte % alphabet.length);
    }
    key.push([...values, checkOf(values, group)].map((value) => alphabet.charAt(value)).join(''));
  }
  return key.join('-');
}

/** A key as typed (any case, spaces and hyphens anywhere) as it was printed, or the first group that cannot be right. */
export function readRecoveryKey(typed: string): Result<string, Mistyped> {
  const plain = typed
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replace(/[IL]/g, '1');
  if (plain.length !== groups * (dataPerGroup + 1)) return err({ kind: 'Mistyped', group: 0 });
  const key: string[] = [];
  for (let group = 0; group < groups; group += 1) {
    const text = plain.slice(group * (dataPerGroup + 1), (group + 1) * (dataPerGroup + 1));
    const values = Array.from(text, (character) => alphabet.indexOf(character));
    const check = values.pop();
    if (values.includes(-1) || check !== checkOf(values, group)) return err({ kind: 'Mistyped', group: group + 1 });
    key.push(text);
  }
  return ok(key.join('-'));
}

/** Weighted, so that two characters in the wrong order show; the group counts, so that two groups do. */
function checkOf(values: readonly number[], group: number): number {
  return values.reduce((sum, value, index) => sum + value * (index + 2), 1 + group) % alphabet.length;
}
