/**
 * Has the browser keep the built app, so that the next start needs no network. Waits until the page has loaded and
 * the browser is idle: the copies must not compete with the first paint. Does nothing in development, where a kept
 * copy would hide edits, and nothing where service workers are absent (plain http on another machine's address).
 *
 * `kept` is called when this version is on the device whole; `failed` when it could not be, which changes nothing
 * else: the app then needs the network to start, as before.
 */
export function registerOffline(
  on: { readonly kept?: () => void; readonly failed?: (why: unknown) => void } = {},
): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => {
    navigator.serviceWorker
      // The worker's file must never come from the browser's cache, or a new version would not be seen.
      .register(new URL('service-worker.js', document.baseURI), { updateViaCache: 'none' })
      .then(() => navigator.serviceWorker.ready)
      .then(
        () => on.kept?.(),
        (why: unknown) => on.failed?.(why),
      );
  };
  const whenIdle = () => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) requestIdleCallback(register, { timeout: 5000 });
    else setTimeout(register, 1000);
  };
  if (document.readyState === 'complete') whenIdle();
  else window.addEventListener('load', whenIdle, { once: true });
}
