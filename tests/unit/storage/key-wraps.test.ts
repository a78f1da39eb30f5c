import { describe, expect, it } from 'vitest';
import { randomBytes } from '../../../src/storage/bytes';
import {
  standardCost,
  unwrapByPassphrase,
  unwrapWith,
  wrapByPassphrase,
  wrapWith,
} from '../../../src/storage/key-wraps';
import { keysFrom, newSecret } from '../../../src/storage/vault-keys';

const cheap = { memoryKiB: 8, iterations: 1 };

describe('a wrapped secret', () => {
  it('costs at least what OWASP asks for: 19 MiB and two rounds', () => {
    expect(standardCost.memoryKiB).toBeGreaterThanOrEqual(19 * 1024);
    expect(standardCost.iterations).toBeGreaterThanOrEqual(2);
  });

  it('opens at the standard cost, and not once its salt or cost was changed', async () => {
    const secret = newSecret();
    const wrap = await wrapByPassphrase(secret, 'pass', standardCost);
    expect(await unwrapByPassphrase(wrap, 'pass')).toEqual(secret);
    const weaker = { ...wrap, cost: cheap };
    expect(await unwrapByPassphrase(weaker, 'pass')).toBeNull();
    const another = await wrapByPassphrase(secret, 'pass', cheap);
    expect(await unwrapByPassphrase({ ...wrap, salt: another.salt }, 'pass')).toBeNull();
    expect(await unwrapByPassphrase({ ...wrap, cost: { memoryKiB: 1e12, iterations: 3 } }, 'pass')).toBeNull();
  });
});

describe("an injector's signing key", () => {
  it('opens with his PIN in this vault, not with another PIN and not in another vault', async () => {
    const [keys, others] = [await keysFrom(newSecret()), await keysFrom(newSecret())];
    const signing = randomBytes(138);
    const wrap = await wrapWith(keys, '4711', signing, cheap);
    expect(await unwrapWith(keys, '4711', wrap)).toEqual(signing);
    expect(await unwrapWith(keys, '4712', wrap)).toBeNull();
    expect(await unwrapWith(others, '4711', wrap)).toBeNull();
    // The profile lies in the vault as JSON.
    expect(await unwrapWith(keys, '4711', JSON.parse(JSON.stringify(wrap)) as typeof wrap)).toEqual(signing);
  });
});
