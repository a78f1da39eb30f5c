import * as z from 'zod/mini';

/**
 * A value with its fields in the order in which its schema names them, unknown ones after them by name, so that the
 * same record always gives the same text. What stands below an unknown field is left as it is.
 */
export function inSchemaOrder(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodMiniExactOptional) return inSchemaOrder(schema.def.innerType, value);
  if (schema instanceof z.ZodMiniArray && Array.isArray(value)) {
    return value.map((item: unknown) => inSchemaOrder(schema.def.element, item));
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = new Map(Object.entries(value));
  if (schema instanceof z.ZodMiniDiscriminatedUnion) return inSchemaOrder(optionFor(schema, fields), value);
  if (!(schema instanceof z.ZodMiniObject)) return value;

  const shape: Readonly<Record<string, unknown>> = schema.def.shape;
  const known = Object.keys(shape).filter((name) => fields.has(name));
  const others = [...fields.keys()].filter((name) => !Object.hasOwn(shape, name)).sort();
  return Object.fromEntries([...known, ...others].map((name) => [name, inSchemaOrder(shape[name], fields.get(name))]));
}

/** The option of a union whose discriminating field has the value's value. */
function optionFor(union: z.ZodMiniDiscriminatedUnion, fields: ReadonlyMap<string, unknown>): unknown {
  const name = union._zod.def.discriminator;
  return union._zod.def.options.find((option) => {
    const field: unknown = option instanceof z.ZodMiniObject ? option.def.shape[name] : undefined;
    return field instanceof z.ZodMiniLiteral && field.def.values.includes(fields.get(name) as z.core.util.Literal);
  });
}
