import { pathText } from './damage';

/**
 * One difference between two versions: what stood there before and what stands there now; absent where nothing did. `path` is
 * `keys` written as one text.
 */
export type Change = {
  readonly path: string;
  readonly keys: readonly PropertyKey[];
  readonly before?: unknown;
  readonly after?: unknown;
};

/**
 * Every difference between two JSON values, in the order of the fields. Lists are compared item by item at the same place: the
 * entries of a record are only ever added at the end.
 */
export function changesBetween(before: unknown, after: unknown, path: readonly PropertyKey[] = []): readonly Change[] {
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => {
      const here = [...path, Array.isArray(after) ? Number(name) : name];
      if (!Object.hasOwn(before, name)) return [{ path: pathText(here), keys: here, after: after[name] }];
      if (!Object.hasOwn(after, name)) return [{ path: pathText(here), keys: here, before: before[name] }];
      return changesBetween(before[name], after[name], here);
    });
  }
  return before === after ? [] : [{ path: pathText(path), keys: path, before, after }];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
