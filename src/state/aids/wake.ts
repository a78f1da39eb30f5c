/** A screen that is kept on until it is released; the browser releases it by itself when the page is hidden. */
export type Kept = { readonly release: () => Promise<void>; readonly onReleased: (then: () => void) => void };

export type WakePort = {
  /** Keeps the screen on; null where the browser cannot. Rejects where it will not. */
  readonly request: (() => Promise<Kept>) | null;
  readonly visible: () => boolean;
  /** Calls back when the page was shown or hidden. Returns the unsubscriber. */
  readonly onVisible: (changed: () => void) => () => void;
};

export type Wake = {
  /** Whether the screen is to stay on, from now on. */
  readonly want: (wanted: boolean) => void;
  readonly close: () => void;
};

/**
 * Keeps the screen on while that is wanted and the page can be seen. A browser that refuses (battery low, say) is asked
 * again when the page is shown again; nobody is bothered with it.
 */
export function createWake({ request, visible, onVisible }: WakePort): Wake {
  let wanted = false;
  let kept: Kept | null = null;
  let asking = false;

  const isWanted = () => wanted;
  const look = async (): Promise<void> => {
    if (request === null || asking || kept !== null || !wanted || !visible()) return;
    asking = true;
    const got = await request().catch(() => null);
    asking = false;
    if (got === null) return;
    // No longer wanted by the time it came.
    if (!isWanted()) {
      got.release().catch(() => undefined);
      return;
    }
    kept = got;
    got.onReleased(() => {
      if (kept !== got) return;
      kept = null;
      void look();
    });
  };

  const release = () => {
    const had = kept;
    kept = null;
    had?.release().catch(() => undefined);
  };

  const off = onVisible(() => void look());
  return {
    want(now) {
      wanted = now;
      if (wanted) void look();
      else release();
    },
    close() {
      off();
      wanted = false;
      release();
    },
  };
}
