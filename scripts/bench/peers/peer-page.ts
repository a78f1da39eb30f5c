/** A point of the head's skin: metres in the frame of the file, and the unit normal there. */
export type PeerMarker = {
  readonly position: readonly [number, number, number];
  readonly normal: readonly [number, number, number];
};

/** The same little that every page can do which is measured beside the app. Places are CSS pixels of the page. */
export type PeerPage = {
  /** What is under a place; null where nothing is. */
  readonly pickAt: (x: number, y: number) => unknown;
  /** Puts a marker where a place is; false where none can be. */
  readonly addAt: (x: number, y: number) => boolean | Promise<boolean>;
};

/** What the bench calls in such a page. */
export type Peer = {
  readonly pickAt: PeerPage['pickAt'];
  /** Microseconds a pick, over the places that hit something; and how many did. */
  readonly timePicks: (places: readonly Place[]) => Promise<PickTime>;
};
export type Place = { readonly x: number; readonly y: number };
export type PickTime = { readonly micros: number; readonly hits: number };

declare global {
  interface Window {
    peer?: Peer;
    /** Given by the bench while it times a load. */
    benchUsable?: (at: number) => void;
  }
}

/** The model and the markers that this page is to show. */
export function shown(): { readonly model: string; readonly markers: readonly PeerMarker[] } {
  const given = document.querySelector('#shown')?.textContent;
  if (given == null) throw new Error('the page was not told what to show');
  return JSON.parse(given) as { model: string; markers: PeerMarker[] };
}

/** A pointer that moved as far (px) meant to turn, not to mark. */
const slop = 6;
const nameOf = (markers: number): string => String(markers);

/** The page can be operated: says so in the frame after this one, and answers presses and the bench from now on. */
export function offer({ pickAt, addAt }: PeerPage, markers: number): void {
  const { dataset } = document.body;
  let count = markers;
  dataset['markers'] = nameOf(count);
  let from: Place | null = null;
  addEventListener('pointerdown', ({ clientX: x, clientY: y }) => (from = { x, y }), true);
  addEventListener('click', ({ clientX: x, clientY: y }) => {
    if (from === null || Math.hypot(x - from.x, y - from.y) >= slop) return;
    void Promise.resolve(addAt(x, y)).then((added) => {
      if (!added) return;
      count += 1;
      dataset['markers'] = nameOf(count);
    });
  });
  window.peer = { pickAt, timePicks: (places) => timePicks(places, pickAt) };
  requestAnimationFrame(() => {
    dataset['usable'] = 'true';
  });
}

/** How long picks are repeated, ms: a page's clock is too coarse for a single one. */
const pickMs = { warmUp: 150, timed: 400 } as const;

/** Times picks over all places that hit something, again and again. */
export async function timePicks(places: readonly Place[], pickAt: PeerPage['pickAt']): Promise<PickTime> {
  const hits: Place[] = [];
  for (const place of places) if ((await pickAt(place.x, place.y)) !== null) hits.push(place);
  const run = async (ms: number): Promise<number> => {
    let picks = 0;
    const from = performance.now();
    while (performance.now() - from < ms) {
      for (const { x, y } of hits) {
        const found = pickAt(x, y);
        // Where an answer is a promise it is waited for, and only there.
        if (found instanceof Promise) await found;
      }
      picks += hits.length;
    }
    return (1000 * (performance.now() - from)) / picks;
  };
  if (hits.length === 0) throw new Error('nothing was hit');
  await run(pickMs.warmUp);
  return { micros: await run(pickMs.timed), hits: hits.length };
}
