import { useEffect, useState } from 'react';
import { useLearning } from './use-learning';

const everyMs = 20_000;

/** The time now, ISO 8601 with offset, kept up while the screen is open, and after every answer: what is due becomes due by itself. */
export function useNow(): string {
  const { desk } = useLearning();
  const [now, setNow] = useState(desk.now);
  useEffect(() => {
    const read = () => {
      setNow(desk.now());
    };
    const timer = setInterval(read, everyMs);
    // What was answered just now lies before now.
    const stop = desk.store.subscribe(read);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [desk]);
  return now;
}
