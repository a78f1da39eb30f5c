import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { inSchemaOrder } from '../../../src/record/field-order';

const shape = z.looseObject({
  kind: z.string(),
  rows: z.array(
    z.discriminatedUnion('kind', [
      z.looseObject({ kind: z.literal('a'), one: z.number(), two: z.number() }),
      z.looseObject({ kind: z.literal('b'), two: z.number(), one: z.number() }),
    ]),
  ),
  inner: z.exactOptional(z.looseObject({ x: z.number(), y: z.number() })),
  last: z.exactOptional(z.nullable(z.string())),
});
const ordered = (value: unknown) => JSON.stringify(inSchemaOrder(shape, value));

describe('the order of fields', () => {
  it('is that of the schema, then the unknown ones by name', () => {
    expect(ordered({ z: 1, last: null, b: 2, rows: [], kind: 'k' })).toBe(
      '{"kind":"k","rows":[],"last":null,"b":2,"z":1}',
    );
  });

  it('is kept in lists, by the option of a union that the row is of, and in what may be left out', () => {
    const rows = [
      { two: 2, one: 1, kind: 'a' },
      { one: 1, two: 2, kind: 'b' },
    ];
    expect(ordered({ inner: { y: 2, x: 1 }, rows, kind: 'k' })).toBe(
      '{"kind":"k","rows":[{"kind":"a","one":1,"two":2},{"kind":"b","two":2,"one":1}],"inner":{"x":1,"y":2}}',
    );
  });

  it('leaves what stands below an unknown field, and what is of another kind, as it is', () => {
    expect(ordered({ unknown: { z: 1, a: 2 }, rows: { b: 1, a: 2 }, kind: ['k'] })).toBe(
      '{"kind":["k"],"rows":{"b":1,"a":2},"unknown":{"z":1,"a":2}}',
    );
    expect(ordered({ rows: [{ two: 2, kind: 'c', one: 1 }, 7, null] })).toBe(
      '{"rows":[{"two":2,"kind":"c","one":1},7,null]}',
    );
    expect([ordered(null), ordered('text'), ordered(7)]).toEqual(['null', '"text"', '7']);
  });
});
