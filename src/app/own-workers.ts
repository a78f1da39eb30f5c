/**
 * The page's policy of trusted types (docs/policy.md): the built page may make no text into markup or script, and may start a
 * worker only from an address that passes here. It is the one called `default`, which a browser asks wherever an address comes as
 * text, so that modules start their workers as the build tool wants it written. A browser that knows no trusted types starts them
 * unasked; `worker-src` keeps it to the app's own origin all the same.
 */
type TrustedTypes = {
  readonly createPolicy: (
    name: 'default',
    rules: { readonly createScriptURL: (address: string) => string | null },
  ) => unknown;
};

/** As the build names them: `assets/<name>-worker-<hash>.js`, and the one that keeps the app on the device. */
const names = /^(?:service-worker|assets\/[\w-]+-worker-[\w-]+)\.js$/;

/** Whether an address is that of a worker of this build. `page` is the address of the page. Throws where it is no address. */
export function isOwnWorker(address: string, page: string): boolean {
  const home = new URL('.', page).href;
  const { href } = new URL(address, page);
  return href.startsWith(home) && names.test(href.slice(home.length));
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', {
  // Null refuses.
  createScriptURL: (address) => (isOwnWorker(address, document.baseURI) ? address : null),
});
