import { describe, expect, it } from 'vitest';
import { newRecoveryKey, readRecoveryKey } from '../../../src/storage/recovery-key';
import { seeded } from '../../support/mutations';

const random = seeded(11);
const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
const characters = '123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a recovery key', () => {
  const key = newRecoveryKey(bytes);

  it('is seven groups of five characters that hands do not confuse', () => {
    for (let n = 0; n < 50; n += 1)
      expect(newRecoveryKey(bytes)).toMatch(/^([1-9A-HJKMNP-TV-Z]{5}-){6}[1-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('is read in any case, with any spaces, and with I or l for 1', () => {
    expect(readRecoveryKey(key)).toEqual({ ok: true, value: key });
    expect(readRecoveryKey(` ${key.toLowerCase().replaceAll('-', '  ').replaceAll('1', 'l')}\n`)).toEqual({
      ok: true,
      value: key,
    });
  });

  it('tells every single wrong character and every two swapped neighbours, by group', () => {
    const plain = key.replaceAll('-', '');
    for (let at = 0; at < plain.length; at += 1) {
      const group = Math.floor(at / 5) + 1;
      for (const other of characters) {
        if (other === plain[at]) continue;
        const typed = plain.slice(0, at) + other + plain.slice(at + 1);
        expect(readRecoveryKey(typed)).toEqual({ ok: false, error: { kind: 'Mistyped', group } });
      }
      const [here, next] = [plain[at], plain[at + 1]];
      if (next === undefined || here === next || at % 5 === 4) continue;
      const swapped = plain.slice(0, at) + next + (here ?? '') + plain.slice(at + 2);
      expect(readRecoveryKey(swapped)).toEqual({ ok: false, error: { kind: 'Mistyped', group } });
    }
  });

  it('tells swapped groups and a missing character', () => {
    const groups = key.split('-');
    const swapped = [groups[1], groups[0], ...groups.slice(2)].join('-');
    expect(readRecoveryKey(swapped)).toMatchObject({ error: { kind: 'Mistyped', group: 1 } });
    expect(readRecoveryKey(key.slice(1))).toEqual({ ok: false, error: { kind: 'Mistyped', group: 0 } });
  });
});
