/**
 * Has the browser keep the built app, so that the next start needs no network. Waits until the page has loaded and
 * the browser is idle: the copies must not compete with the first paint. Does nothing in development, where a kept
 * copy would hide edits, and nothing where service workers are absent (plain http on another machine's address).
 */
export function registerOffline(open: () => Promise<unknown>): void {
  if (!canKeep()) return;
  // Where it did not arrive, the app needs the network to start, as before; Settings asks for it again.
  const begin = () => void open().catch(() => undefined);
  const whenIdle = () => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: 5000 });
    else setTimeout(begin, 1000);
  };
  if (document.readyState === 'complete') whenIdle();
  else window.addEventListener('load', whenIdle, { once: true });
}

/** Whether the browser can keep the app here at all: built, and served where it allows service workers. */
export const canKeep = (): boolean => import.meta.env.PROD && 'serviceWorker' in navigator;
