import type { BrowserContext, Page } from '@playwright/test';

declare global {
  interface Window {
    /** The share of writing transactions that fail, and how many did. */
    failing?: { share: number; failed: number };
  }
}

/**
 * Has a share of the app's writing transactions fail, by lot: aborted at any moment up to the last, after every request in
 * it succeeded; a request that throws; a transaction that cannot be begun. The probe is left in peace.
 */
export async function failWrites(context: BrowserContext, share: number, seed: number): Promise<void> {
  await context.addInitScript(failInPage, { share, seed });
}

export async function stopFailing(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { failing } = window;
    if (failing === undefined) return 0;
    failing.share = 0;
    return failing.failed;
  });
}

/** Runs in the page, by itself: nothing of this file is there. */
function failInPage({ share, seed }: { share: number; seed: number }): void {
  if (location.pathname.includes('/probe/') || location.protocol === 'about:') return;
  const failing = { share, failed: 0 };
  window.failing = failing;
  // Another run of luck each time the page is loaded.
  const loads = Number(sessionStorage.getItem('loads') ?? 0) + 1;
  sessionStorage.setItem('loads', String(loads));
  let state = seed + 7919 * loads;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** After so many requests of it succeeded a transaction is aborted; the sign says whether the request throws instead. */
  const doomed = new WeakMap<IDBTransaction, { left: number; throws: boolean }>();
  const abort = (tx: IDBTransaction): void => {
    try {
      tx.abort();
    } catch {
      // It was quicker.
    }
  };
  const replace = (
    prototype: object,
    name: string,
    how: (real: () => unknown, self: unknown, given: unknown[]) => unknown,
  ) => {
    const real: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    if (typeof real !== 'function') throw new Error(`no ${name}`);
    Object.defineProperty(prototype, name, {
      value(this: unknown, ...given: unknown[]) {
        return how(() => Reflect.apply(real, this, given) as unknown, this, given);
      },
    });
  };
  replace(IDBDatabase.prototype, 'transaction', (real, _self, [, mode]) => {
    if (mode !== 'readwrite' || draw() >= failing.share) return real();
    failing.failed += 1;
    const how = Math.floor(5 * draw());
    if (how === 0) throw new DOMException('made to fail', 'UnknownError');
    const tx = real() as IDBTransaction;
    if (how === 1) setTimeout(abort, 10 * draw(), tx);
    else doomed.set(tx, { left: 1 + Math.floor(4 * draw()), throws: how === 2 });
    return tx;
  });
  replace(IDBObjectStore.prototype, 'put', (real, self) => {
    const { transaction } = self as IDBObjectStore;
    const doom = doomed.get(transaction);
    if (doom === undefined) return real();
    doom.left -= 1;
    if (doom.left === 0 && doom.throws) throw new DOMException('made to fail', 'UnknownError');
    const request = real() as IDBRequest;
    if (doom.left === 0) request.addEventListener('success', abort.bind(null, transaction));
    return request;
  });
}
