/** A copy of an object without some of its fields. */
export const without = <T extends object, Name extends keyof T & string>(
  from: T,
  ...names: readonly Name[]
): Omit<T, Name> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.some((one) => one === name))) as Omit<T, Name>;
