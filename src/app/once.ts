/** Something that is fetched when it is first asked for. What did not arrive is asked for again. */
export function once<T>(fetch: () => Promise<T>): () => Promise<T> {
  let fetched: Promise<T> | null = null;
  return () => {
    fetched ??= fetch();
    fetched.catch(() => {
      fetched = null;
    });
    return fetched;
  };
}
