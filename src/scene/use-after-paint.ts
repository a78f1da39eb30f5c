import { useEffect, useRef, useState } from 'react';
import { afterPaint } from './after-paint';

/**
 * A value as it was last painted: a new one comes in the task after the next frame, so that whatever else a press changed
 * is shown first. Of several that come meanwhile the last one counts.
 */
export function useAfterPaint<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const waiting = useRef(false);
  useEffect(() => {
    latest.current = value;
    if (value === shown || waiting.current) return;
    waiting.current = true;
    afterPaint(() => {
      waiting.current = false;
      setShown(() => latest.current);
    });
  }, [value, shown]);
  return shown;
}
