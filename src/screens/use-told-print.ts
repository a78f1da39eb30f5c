import { useEffect, useRef } from 'react';

/** The id of the sheet that is printed instead of the page, while there is one. */
export const printRoot = 'print-sheet';

/**
 * Prints what is shown and has it put down first; printed by the browser's own command, it is put down as well. `tell` puts it
 * down; null while there is nothing to tell.
 */
export function useToldPrint(tell: (() => Promise<unknown>) | null): () => void {
  const told = useRef(false);
  useEffect(() => {
    const before = () => {
      // A note that is printed by itself has told of it.
      if (!told.current && document.getElementById(printRoot) === null) void tell?.().catch(() => undefined);
    };
    addEventListener('beforeprint', before);
    return () => {
      removeEventListener('beforeprint', before);
    };
  }, [tell]);
  return () => {
    const down = tell?.() ?? Promise.resolve();
    // Where nothing can be put down, it is printed all the same.
    void down
      .catch(() => undefined)
      .then(() => {
        told.current = true;
        print();
        told.current = false;
      });
  };
}
