import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AboutBuild, Taking, ToWindow, ToWorker } from '../../../src/app/update-talk';
import type { Busy } from '../../../src/state/updates';

const home = 'https://clinic.example/aliquot/';
const files = ['index.html', 'assets/index-2.js', 'icons/icon.svg'];

type Waited = { waitUntil: (work: Promise<unknown>) => void };
type Handler = (event: Waited & Record<string, unknown>) => void;
/** A window: what it says when it is asked; undefined where it says nothing. */
type Window = { readonly id: string; readonly url?: string; readonly busy?: Busy | null };

/** A service worker of a build beside its caches, its server and the open windows. */
async function workerOf(set: {
  readonly kept?: Readonly<Record<string, readonly string[]>>;
  readonly missing?: string;
  readonly full?: boolean;
  readonly windows?: readonly Window[];
}) {
  const stored = new Map(
    Object.entries(set.kept ?? {}).map(([name, paths]) => [
      name,
      new Map(paths.map((path) => [new URL(path, home).href, new Response(`${name} ${path}`)])),
    ]),
  );
  const cacheOf = (name: string) => {
    const rows = stored.get(name) ?? new Map<string, Response>();
    stored.set(name, rows);
    const at = (asked: Request | URL) => (asked instanceof Request ? asked.url : asked.href);
    return {
      match: (asked: Request | URL) => Promise.resolve(rows.get(at(asked))?.clone()),
      keys: () => Promise.resolve([...rows.keys()].map((url) => ({ url }))),
      addAll: (requests: readonly Request[]) => {
        if (requests.some(({ url }) => url.endsWith(set.missing ?? '\0'))) return Promise.reject(new TypeError('404'));
        if (set.full === true) return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
        for (const { url } of requests) rows.set(url, new Response('kept'));
        return Promise.resolve();
      },
    };
  };
  const told: ToWindow[] = [];
  const handlers = new Map<string, Handler>();
  const done: string[] = [];
  const registration = { scope: home, installing: null as object | null, waiting: null as object | null };
  vi.stubGlobal('caches', {
    open: (name: string) => Promise.resolve(cacheOf(name)),
    has: (name: string) => Promise.resolve(stored.has(name)),
    keys: () => Promise.resolve([...stored.keys()]),
    delete: (name: string) => Promise.resolve(stored.delete(name)),
  });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('network')));
  vi.stubGlobal('self', {
    aliquotBuild: { app: '0.2.0', version: 'b'.repeat(16), files },
    registration,
    clients: {
      claim: () => Promise.resolve(),
      matchAll: () =>
        Promise.resolve(
          (set.windows ?? []).map(({ id, url = home, busy }) => ({
            id,
            url,
            postMessage: (said: ToWindow, ports: readonly MessagePort[] = []) => {
              told.push(said);
              if (busy !== undefined) ports[0]?.postMessage({ busy });
            },
          })),
        ),
    },
    skipWaiting: () => {
      done.push('took over');
      return Promise.resolve();
    },
    addEventListener: (kind: string, handler: Handler) => handlers.set(kind, handler),
  });
  vi.resetModules();
  await import('../../../src/app/service-worker');
  const fire = async (kind: string, more: Record<string, unknown> = {}): Promise<void> => {
    const work: Promise<unknown>[] = [];
    handlers.get(kind)?.({ waitUntil: (one) => work.push(one), ...more });
    await Promise.all(work);
  };
  const ask = async <T>(question: ToWorker, from = 'a'): Promise<T> => {
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<T>((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<T>) => {
        port1.close();
        resolve(data);
      };
    });
    await fire('message', { data: question, ports: [port2], source: { id: from } });
    return answer;
  };
  const get = async (path: string): Promise<string | null> => {
    const answers: Promise<Response>[] = [];
    await fire('fetch', {
      request: new Request(new URL(path, home)),
      respondWith: (given: Promise<Response>) => {
        answers.push(given);
      },
    });
    return (await answers[0])?.text() ?? null;
  };
  return { fire, ask, get, told, done, registration, names: () => [...stored.keys()] };
}

const mine = `aliquot-${'b'.repeat(16)}/aliquot/`;
const older = `aliquot-${'a'.repeat(16)}/aliquot/`;
const elsewhere = `aliquot-${'a'.repeat(16)}/other/`;
const before = 'aliquot-0123456789abcdef';
const tell = { aliquot: 'tell', entry: 'assets/index-2.js' } as const;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the build on the device', () => {
  it('is kept whole, and says so to the window that it was loaded from', async () => {
    const { fire, ask, get } = await workerOf({ windows: [{ id: 'a' }] });
    await fire('install');
    expect(await ask<AboutBuild>(tell)).toEqual({ app: '0.2.0', hash: 'b'.repeat(16), yours: true, whole: true });
    expect(await ask<AboutBuild>({ aliquot: 'tell', entry: 'assets/index-1.js' })).toMatchObject({ yours: false });
    for (const path of ['', 'index.html', 'assets/index-2.js', 'icons/icon.svg', '?demo'])
      expect(await get(path), path).toBe('kept');
    expect(await get('fhir/Patient')).toBeNull();
  });

  it.each([
    ['full', { full: true }],
    ['not-loaded', { missing: 'index-2.js' }],
  ] as const)('that could not be kept (%s) says why and leaves what was there as it was', async (why, trouble) => {
    const { fire, told, names } = await workerOf({
      ...trouble,
      kept: { [older]: ['index.html'] },
      windows: [{ id: 'a' }],
    });
    await expect(fire('install')).rejects.toThrow();
    expect(told).toEqual([{ aliquot: 'not-kept', why }]);
    expect(names()).toEqual([older]);
  });

  it('that cannot be fetched once more is not taken from those who have it', async () => {
    const { fire, names } = await workerOf({ full: true, kept: { [mine]: files } });
    await expect(fire('install')).rejects.toThrow();
    expect(names()).toEqual([mine]);
  });

  it('that lost a file fetches it again, and is not said to be whole where it cannot', async () => {
    const lost = { kept: { [mine]: ['index.html'] }, windows: [{ id: 'a' }] };
    expect(await (await workerOf({ ...lost, missing: 'index-2.js' })).ask<AboutBuild>(tell)).toMatchObject({
      whole: false,
    });
    expect(await (await workerOf(lost)).ask<AboutBuild>(tell)).toMatchObject({ whole: true });
  });
});

describe('older builds', () => {
  const kept = {
    [older]: ['index.html', 'assets/index-1.js'],
    [elsewhere]: ['/other/index.html'],
    [before]: ['index.html'],
    'aliquot-fedcba9876543210': ['/other/index.html'],
    another: ['index.html'],
  };
  const left = [elsewhere, 'aliquot-fedcba9876543210', 'another'];

  it('go once no window is open, those of other folders and of other apps stay', async () => {
    const { fire, names } = await workerOf({ kept });
    await fire('activate');
    expect(names()).toEqual(left);
  });

  it('still serve a window that goes on with them, and go when the last one has been loaded anew', async () => {
    const { fire, ask, get, names } = await workerOf({ kept, windows: [{ id: 'a' }, { id: 'b' }] });
    await fire('install');
    await fire('activate');
    expect(await get('assets/index-1.js')).toBe(`${older} assets/index-1.js`);
    expect(await get('assets/index-0.js')).toBe('network');
    await ask(tell, 'a');
    await ask({ aliquot: 'tell', entry: 'assets/index-1.js' }, 'b');
    expect(names()).toContain(older);
    await ask(tell, 'b');
    expect(names().sort()).toEqual([...left, mine].sort());
  });

  it('are left to a build that is still coming in', async () => {
    const { fire, ask, registration, names } = await workerOf({ kept });
    registration.waiting = {};
    await fire('activate');
    await ask(tell);
    expect(names()).toContain(older);
  });
});

describe('a newer build that is chosen', () => {
  it('takes over where every window is free; pages that are none of the app are not asked', async () => {
    const { ask, done } = await workerOf({
      windows: [
        { id: 'a', busy: null },
        { id: 'b', busy: null, url: `${home}index.html#/records` },
        { id: 'c', url: `${home}fhir/metadata` },
      ],
    });
    expect(await ask<Taking>({ aliquot: 'take' })).toEqual({ refused: null });
    expect(done).toEqual(['took over']);
  });

  it('does not take over under an open session in any window', async () => {
    const { ask, done } = await workerOf({
      windows: [
        { id: 'a', busy: null },
        { id: 'b', busy: 'session' },
      ],
    });
    expect(await ask<Taking>({ aliquot: 'take' })).toEqual({ refused: { why: 'session', where: 'elsewhere' } });
    expect(done).toEqual([]);
  });

  it('does not take over from under a window that says nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { ask, done } = await workerOf({ windows: [{ id: 'b' }] });
    const answer = ask<Taking>({ aliquot: 'take' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await answer).toEqual({ refused: { why: 'silent', where: 'elsewhere' } });
    expect(done).toEqual([]);
  });

  it('never takes over by itself', async () => {
    const { fire, ask, done } = await workerOf({ windows: [{ id: 'a', busy: null }] });
    await fire('install');
    await fire('activate');
    await ask(tell);
    await fire('message', { data: { aliquot: 'take' }, ports: [], source: { id: 'a' } });
    await fire('message', { data: 'SKIP_WAITING', ports: [], source: null });
    expect(done).toEqual([]);
  });
});
