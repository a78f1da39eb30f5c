import { useEffect, useState } from 'react';
import type { Vec3 } from '../../../anatomy/anchor';
import type { Dab } from '../../../anatomy/pain-heat';
import { isMarked, namedPlaces, placeName } from '../../../state/preview/marks';
import { useServices } from '../../services';
import { usePreview } from '../use-preview';
import styles from './pain-part.module.css';

type Props = {
  readonly dabs: readonly Dab[];
  readonly onPut: (points: readonly Vec3[], erase: boolean) => void;
};

/** What could not be told yet is asked for again, ms: the head may still be on its way. */
const againMs = 1500;

/** The places by name: what a hand does on the head, by keyboard and by ear. */
export function PainPlaces({ dabs, onPut }: Props) {
  const { words } = usePreview();
  const points = usePoints();
  const marked = namedPlaces.filter(({ place }) => isMarked(points.get(place.id) ?? [], dabs));
  return (
    <details className={styles['places']}>
      <summary>{words.say('preview.pain.names')}</summary>
      <ul>
        {namedPlaces.map((one) => {
          const there = points.get(one.place.id);
          const on = marked.includes(one);
          return (
            <li key={one.place.id}>
              <button
                type="button"
                aria-pressed={on}
                disabled={there === undefined}
                onClick={() => {
                  if (there !== undefined) onPut(there, on);
                }}
              >
                {placeName(words, one)}
              </button>
            </li>
          );
        })}
      </ul>
      <p role="status">{words.say('preview.pain.count', { n: marked.length })}</p>
    </details>
  );
}

/** Where the named places lie, as far as it can be told. */
function usePoints(): ReadonlyMap<string, readonly Vec3[]> {
  const { kit } = usePreview();
  const { onHandNear } = useServices();
  const [known, setKnown] = useState<ReadonlyMap<string, readonly Vec3[]>>(new Map());
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const ask = async (): Promise<void> => {
      const found = await Promise.all(
        namedPlaces.map(async ({ place }) => [place.id, await kit.marks.pointsOf(place)] as const),
      );
      if (!wanted) return;
      const told = found.flatMap(([id, points]) => (points === null ? [] : [[id, points] as const]));
      setKnown(new Map(told));
      if (told.length < found.length) again = setTimeout(() => void ask(), againMs);
    };
    // Has the full head fetched, on which the crown is walked to.
    onHandNear();
    void ask();
    return () => {
      wanted = false;
      clearTimeout(again);
    };
  }, [kit, onHandNear]);
  return known;
}
