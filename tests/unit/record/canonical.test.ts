import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalParts, canonicalText } from '../../../src/record/canonical';

const textOf = (value: unknown): string => {
  const text = canonicalText(value);
  if (!text.ok) throw new Error(JSON.stringify(text.error));
  return text.value;
};

/** A double from its bits, written as the RFC's appendix B writes them. */
const fromBits = (hex: string): number =>
  new DataView(new BigUint64Array([BigInt(`0x${hex}`)]).buffer).getFloat64(0, true);

describe('canonical text', () => {
  it('is what RFC 8785 shows for its example (section 3.2.2)', () => {
    const value: unknown = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
        "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    );
    expect(textOf(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('is those bytes of UTF-8 (section 3.2.4)', () => {
    const bytes = canonicalBytes({ string: '€' });
    expect(bytes.ok && Buffer.from(bytes.value).toString('hex')).toBe('7b22737472696e67223a22e282ac227d');
  });

  it('orders names by UTF-16 units (section 3.2.3)', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const read = [...textOf(value).matchAll(/:"([^"]*)"/g)].map((match) => match[1]);
    expect(read).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s as %s (appendix B)', (bits, text) => {
    expect(textOf(fromBits(bits))).toBe(text);
  });

  it('is the text of the library, names that are numbers included', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom('0', '1', '10', '9', 'a', '-1', '4294967295', 'toJSON'));
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(null, true, false, -0),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(name, tie('value'), { maxKeys: 5, noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(value, (one) => {
        const text = canonicalText(one);
        // A name that is refused has its own test.
        fc.pre(text.ok);
        expect(text.value).toBe(canonicalize(one));
        // Put together of its parts it is the same, and each part is known by its own text.
        const whole = { b: one, session: { of: one, '10': 1 }, a: [one] };
        const known = new Map<unknown, string>();
        expect(canonicalParts(whole, known, ['session'])).toEqual(canonicalText(whole));
        expect(known.get(whole.session)).toBe(textOf(whole.session));
        expect(known.get(whole.a)).toBe(`[${text.value}]`);
      }),
    );
  });

  it('does not depend on the order of fields, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        if (JSON.stringify(value).includes('"__proto__"')) return;
        const text = textOf(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        const turned = JSON.parse(JSON.stringify(value), (_name, inner: unknown) =>
          typeof inner === 'object' && inner !== null && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).reverse())
            : inner,
        ) as unknown;
        expect(textOf(turned)).toBe(text);
      }),
    );
  });

  const itself: Record<string, unknown> = {};
  itself['me'] = itself;
  const hole: unknown[] = [1, 2];
  hole.length = 3;
  it.each<[string, unknown, string, string]>([
    ['a field that is undefined', { a: { b: undefined } }, 'a.b', 'undefined'],
    ['an item that is undefined', [1, undefined], '[1]', 'undefined'],
    ['a hole in a list', hole, '[2]', 'undefined'],
    ['NaN', { mm: [0, Number.NaN] }, 'mm[1]', 'not a finite number'],
    ['the infinite', -Infinity, '', 'not a finite number'],
    ['half a surrogate pair', { note: 'a\ud83d' }, 'note', 'half a character'],
    ['half a pair in a name', { '\ude00': 1 }, '["\\ude00"]', 'half a character'],
    ['a date', { at: new Date(0) }, 'at', 'not a JSON value'],
    ['a map', new Map([[1, 2]]), '', 'not a JSON value'],
    ['a big integer', [1n], '[0]', 'not a JSON value'],
    ['a function that JSON would ask', { toJSON: () => 1 }, 'toJSON', 'not a JSON value'],
    ['a field named by a symbol', { [Symbol('a')]: 1 }, '', 'not a JSON value'],
    ['a list with a name', Object.assign([1], { more: 2 }), '', 'not a JSON value'],
    ['a field that changes what it belongs to', JSON.parse('{"a":{"__proto__":1}}'), 'a.__proto__', 'a forbidden name'],
  ])('is refused for %s', (_what, value, path, what) => {
    expect(canonicalText(value)).toEqual({ ok: false, error: { path, what } });
    const inside = { a: 1, session: { b: value } };
    expect(canonicalParts(inside, new Map(), ['session'])).toEqual(canonicalText(inside));
    expect(canonicalParts({ session: value }, new Map(), ['session'])).toEqual(canonicalText({ session: value }));
  });

  it('is refused for a value that contains itself, and does not hang', () => {
    expect(canonicalText(itself)).toMatchObject({ ok: false, error: { what: 'nested too deep' } });
    expect(canonicalParts({ session: itself }, new Map(), ['session'])).toEqual(canonicalText({ session: itself }));
  });
});
