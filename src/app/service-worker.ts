/**
 * Keeps the whole built app on this device, so that it starts with the network (or the server) gone.
 * One cache per version of the build, filled whole or not at all, answered cache-first. A newer version waits until
 * every window of the old one is closed: code never changes under an open session.
 */

/** Written in front of this file by the build: every file of the app, and a hash over all of them. */
type Build = { readonly version: string; readonly files: readonly string[] };

// The few names of a service worker's world that are used here; TypeScript's own contradict those of a page.
type Lasting = Event & { readonly waitUntil: (work: Promise<unknown>) => void };
type Asked = Lasting & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
type Scope = {
  readonly aliquotBuild: Build;
  readonly registration: { readonly scope: string };
  readonly clients: { readonly claim: () => Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
};

const worker = self as unknown as Scope;
const { version, files } = worker.aliquotBuild;
const prefix = 'aliquot-';
const cacheName = `${prefix}${version}`;
const home = new URL(worker.registration.scope);

worker.addEventListener('install', (event) => {
  event.waitUntil(keepBuild());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // What is not a file of this app (a record server on the same origin, say) is none of this worker's business.
  if (request.method !== 'GET' || url.origin !== home.origin || !url.pathname.startsWith(home.pathname)) return;
  const file = url.pathname.slice(home.pathname.length);
  if (file === '') event.respondWith(answer('index.html', request));
  else if (files.includes(file)) event.respondWith(answer(file, request));
});

/** Throws (and so leaves the app online-only until the next visit) if any file is missing. */
async function keepBuild(): Promise<void> {
  const cache = await caches.open(cacheName);
  // Names under assets/ carry a hash of their contents and may come from the browser's cache; the others must not.
  const requests = files.map(
    (file) => new Request(new URL(file, home), { cache: file.startsWith('assets/') ? 'default' : 'reload' }),
  );
  await cache.addAll(requests);
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(new URL(file, home), { ignoreVary: true });
  return kept ?? fetch(request);
}

// Makes this a module for the compiler; the build leaves nothing of it.
export {};
