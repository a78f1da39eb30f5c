import { useEffect, useState } from 'react';

/** Names that were given back, and how many there are in all. */
const free = new Set<number>();
let known = 0;

function take(): number {
  const [again] = free;
  if (again !== undefined) {
    free.delete(again);
    return again;
  }
  known += 1;
  return known;
}

/**
 * A name for a group of radio buttons that no other group on the page has meanwhile. It is used again once the group is gone:
 * a browser keeps every name that a document's radio buttons ever had, so a new one for each group that is shown would
 * have the page grow with every session.
 */
export function useGroupName(): string {
  const [number] = useState(take);
  useEffect(() => {
    free.delete(number);
    return () => {
      free.add(number);
    };
  }, [number]);
  return `group-${String(number)}`;
}
