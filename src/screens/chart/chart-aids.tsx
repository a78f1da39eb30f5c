import { useEffect } from 'react';
import { useServices } from '../services';

/**
 * What runs beside a session that is charted and shows nothing here: speech, pulses, a screen that stays on, and telling
 * second screens. It ends when Chart is left.
 */
export function ChartAids() {
  const { aids, second } = useServices();
  useEffect(() => {
    let left = false;
    const ends: (() => void)[] = [];
    const begin = (end: () => () => void) => {
      if (!left) ends.push(end());
    };
    // Charting goes on without them.
    void aids().then(
      (desk) => {
        begin(desk.begin);
      },
      () => undefined,
    );
    void second().then(
      (desk) => {
        begin(desk.tell);
      },
      () => undefined,
    );
    return () => {
      left = true;
      for (const end of ends) end();
    };
  }, [aids, second]);
  return null;
}
