import { useEffect } from 'react';

/** Where a digit is text. */
const types = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="radio"], [type="checkbox"]), select, textarea');

/** Keys 1 to `n` choose, wherever the keyboard is but in a field. */
export function useDigitKeys(n: number, choose: (at: number) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = Number(event.key) - 1;
      const isKey = /^[1-9]$/.test(event.key) && at < n;
      if (!isKey || event.ctrlKey || event.metaKey || event.altKey || types(event.target)) return;
      event.preventDefault();
      choose(at);
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  });
}
