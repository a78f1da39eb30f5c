/**
 * Keeps the whole built app on this device, so that it starts with the network (or the server) gone.
 * One cache per version of the build, filled whole or not at all, answered cache-first. A newer version waits until
 * every window of the old one is closed, or until a user chooses it and no window is at work: code never changes under an
 * open session.
 */
import type { NotKept, Refused } from '../state/updates';
import { type Answered, refusalOf } from './may-take';
import type { AboutBuild, Standing, Taking, ToWindow, ToWorker } from './update-talk';

/** Written in front of this file by the build: the version of the app, every file of it, and a hash over all of them. */
type Written = { readonly app: string; readonly version: string; readonly files: readonly string[] };

// The few names of a service worker's world that are used here; TypeScript's own contradict those of a page.
type Lasting = Event & { readonly waitUntil: (work: Promise<unknown>) => void };
type Asked = Lasting & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
type Window = {
  readonly id: string;
  readonly url: string;
  readonly postMessage: (said: ToWindow, ports?: readonly MessagePort[]) => void;
};
type Said = Lasting & {
  readonly data: unknown;
  readonly source: { readonly id: string } | null;
  readonly ports: readonly MessagePort[];
};
type Scope = {
  readonly aliquotBuild: Written;
  readonly registration: { readonly scope: string; readonly installing: unknown; readonly waiting: unknown };
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly matchAll: (which: { type: 'window'; includeUncontrolled: boolean }) => Promise<readonly Window[]>;
  };
  readonly skipWaiting: () => Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(type: 'message', listener: (event: Said) => void): void;
};

const worker = self as unknown as Scope;
const { app, version, files } = worker.aliquotBuild;
const home = new URL(worker.registration.scope);
const index = new URL('index.html', home);
const prefix = 'aliquot-';
/** With the folder: two copies of the app on one host leave each other's alone. */
const cacheName = `${prefix}${version}${home.pathname}`;
/** How long a window is waited for that says nothing of itself, ms. Chosen: a press is not left without an answer. */
const silentMs = 3_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepBuild());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    windowsHere()
      // Where windows are open, they are of the version before, and may still ask for its parts.
      .then((windows) => (windows.length === 0 ? dropOlder() : undefined))
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // What is not a file of this app (a record server on the same origin, say) is none of this worker's business.
  if (request.method !== 'GET' || url.origin !== home.origin || !url.pathname.startsWith(home.pathname)) return;
  const file = url.pathname.slice(home.pathname.length);
  if (file === '') event.respondWith(answer('index.html', request));
  else if (files.includes(file)) event.respondWith(answer(file, request));
  else if (file.startsWith('assets/')) event.respondWith(answerOlder(request));
});

worker.addEventListener('message', (event) => {
  const said = event.data as ToWorker | null;
  const [port] = event.ports;
  const from = event.source?.id;
  if (port === undefined || from === undefined) return;
  if (said?.aliquot === 'tell') event.waitUntil(tell(from, said.entry, port));
  else if (said?.aliquot === 'take') event.waitUntil(take(from, port));
});

/** Throws, and leaves nothing behind, if any file is missing or does not fit: what was there before goes on. */
async function keepBuild(): Promise<void> {
  const begun = !(await caches.has(cacheName));
  try {
    await fetchAll();
  } catch (error) {
    if (begun) await caches.delete(cacheName);
    const why: NotKept = error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'not-loaded';
    for (const window of await windowsHere()) window.postMessage({ aliquot: 'not-kept', why });
    throw error;
  }
}

/** All or none of them. */
async function fetchAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  // Names under assets/ carry a hash of their contents and may come from the browser's cache; the others must not.
  const requests = files.map(
    (file) => new Request(new URL(file, home), { cache: file.startsWith('assets/') ? 'default' : 'reload' }),
  );
  await cache.addAll(requests);
}

async function isWhole(): Promise<boolean> {
  const names = new Set((await (await caches.open(cacheName)).keys()).map(({ url }) => url));
  return files.every((file) => names.has(new URL(file, home).href));
}

/** The windows of this app, whichever version they are of. Other pages below the same address are none. */
async function windowsHere(): Promise<readonly Window[]> {
  const all = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return all.filter(({ url }) => {
    const { origin, pathname } = new URL(url);
    return origin === home.origin && (pathname === home.pathname || pathname === index.pathname);
  });
}

/** This app's caches of other versions. Those of before the folder was in their name are known by what they hold. */
async function olderCaches(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix) || name === cacheName) continue;
    const slash = name.indexOf('/');
    const ours =
      slash === -1 ? (await (await caches.open(name)).match(index)) !== undefined : name.slice(slash) === home.pathname;
    if (ours) found.push(name);
  }
  return found;
}

async function dropOlder(): Promise<void> {
  // A build that is coming in has a cache as well, and drops this one's when its time comes.
  if (worker.registration.installing !== null || worker.registration.waiting !== null) return;
  await Promise.all((await olderCaches()).map((name) => caches.delete(name)));
}

async function answer(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(new URL(file, home), { ignoreVary: true });
  if (kept === undefined) return fetch(request);
  // A host that led elsewhere for it (index.html to its folder, say): as such it would be refused as a page.
  return kept.redirected ? new Response(kept.body, { status: kept.status, headers: kept.headers }) : kept;
}

/** For a window that was at work when this version took over, and goes on as it was. */
async function answerOlder(request: Request): Promise<Response> {
  for (const name of await olderCaches()) {
    const kept = await (await caches.open(name)).match(request, { ignoreVary: true });
    if (kept !== undefined) return kept;
  }
  return fetch(request);
}

/** Windows that said they are of this build. Forgotten when the worker rests: older caches then stay until a later start. */
const ofThisBuild = new Set<string>();

async function tell(from: string, entry: string, port: MessagePort): Promise<void> {
  const yours = files.includes(entry);
  // What was cleared away since then is fetched again, if it is still to be had.
  const whole =
    (await isWhole()) ||
    (await fetchAll().then(
      () => true,
      () => false,
    ));
  port.postMessage({ app, hash: version, yours, whole } satisfies AboutBuild);
  if (yours) ofThisBuild.add(from);
  if ((await windowsHere()).every(({ id }) => ofThisBuild.has(id))) await dropOlder();
}

/** Asks every window, and takes over where all of them may be loaded anew; they are told by the change of the worker in charge. */
async function take(from: string, port: MessagePort): Promise<void> {
  const windows = await windowsHere();
  const answered = await Promise.all(
    windows.map(async (window): Promise<Answered> => ({ id: window.id, busy: await standing(window) })),
  );
  const refused: Refused | null = refusalOf(from, answered);
  port.postMessage({ refused } satisfies Taking);
  if (refused === null) await worker.skipWaiting();
}

function standing(window: Window): Promise<Answered['busy']> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const told = (busy: Answered['busy']) => {
      clearTimeout(late);
      port1.close();
      resolve(busy);
    };
    const late = setTimeout(() => {
      told('silent');
    }, silentMs);
    port1.onmessage = ({ data }: MessageEvent<Standing>) => {
      told(data.busy);
    };
    window.postMessage({ aliquot: 'may-take' }, [port2]);
  });
}
