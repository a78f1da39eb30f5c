import { useEffect, useState } from 'react';
import type { HandTools } from './map-props';
import type { Following } from './map-view';

/** A board, made once, that follows the map's camera for as long as the part that draws by it is there. */
export function useBoard<Board extends Following>(view: HandTools['view'], make: () => Board): Board {
  const [board] = useState(make);
  useEffect(() => {
    view.following.add(board);
    return () => {
      view.following.delete(board);
    };
  }, [view, board]);
  return board;
}
