import { useEffect, useState } from 'react';
import { useLearning } from './use-learning';

const everyMs = 20_000;

/** The time now, ISO 8601 with offset, kept up while the screen is open: what is due becomes due by itself. */
export function useNow(): string {
  const { desk, learning } = useLearning();
  const [now, setNow] = useState(desk.now);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(desk.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [desk]);
  // What was answered just now lies before now.
  useEffect(() => {
    setNow(desk.now());
  }, [desk, learning]);
  return now;
}
