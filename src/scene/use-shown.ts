import { useEffect, useState } from 'react';
import { afterPaint } from './after-paint';

/** Whether a component has been shown once: what lies below the fold of something large comes then. */
export function useShown(): boolean {
  const [shown, setShown] = useState(false);
  useEffect(
    () =>
      afterPaint(() => {
        setShown(true);
      }),
    [],
  );
  return shown;
}
