import type { BrowserContext, Page } from '@playwright/test';

/** What a page of the chart says at one moment, as it stands there for anybody to read. */
export type Said = {
  /** The session in the address; null where there is none. */
  readonly session: string | null;
  /** The save state's words; empty where it says nothing. */
  readonly save: string;
  /** Sites that the list shows as given. */
  readonly given: readonly string[];
  /** The signature's words; empty where there is none. */
  readonly signature: string;
  /** What was said last: a refusal, or what was done. */
  readonly notices: readonly string[];
};

/**
 * To be called before any function is handed to a page: the runner of these scripts names functions by a helper of its own,
 * which no page has.
 */
export async function acceptFunctions(context: BrowserContext): Promise<void> {
  await context.addInitScript('globalThis.__name ??= (named) => named;');
}

/** Calls back with everything that any page of the context says from now on, the moment it stands there. */
export async function watchChart(context: BrowserContext, hear: (said: Said, page: Page) => void): Promise<void> {
  await context.exposeBinding('tellChart', ({ page }, said: Said) => {
    hear(said, page);
  });
  await context.addInitScript(watchInPage);
}

declare global {
  interface Window {
    tellChart?: (said: Said) => Promise<void>;
    /** Told when something is about to be written into the database. */
    tellPut?: (kind: string) => Promise<void>;
  }
}

/** Runs in the page, by itself: nothing of this file is there. */
function watchInPage(): void {
  let before = '';
  new MutationObserver(() => {
    const said = {
      session: /^#\/chart\/([\w-]+)/.exec(location.hash)?.[1] ?? null,
      save: document.querySelector('[role="status"][aria-label="Save state"]')?.textContent ?? '',
      given: [...document.querySelectorAll<HTMLElement>('[role="treeitem"][data-state="given"]')].map(
        (option) => option.dataset['site'] ?? '',
      ),
      signature: document.querySelector('[role="status"][aria-label="Signature"]')?.textContent ?? '',
      notices: [...document.querySelectorAll('[role="alert"], [role="status"]:not([aria-label])')]
        .map((notice) => notice.textContent)
        .filter((text) => text !== ''),
    };
    const text = JSON.stringify(said);
    if (text === before) return;
    before = text;
    void window.tellChart?.(said);
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['data-state', 'aria-label'],
  });
}

/** Calls back whenever a page begins to write a document, with its kind. */
export async function watchPuts(context: BrowserContext, hear: (kind: string) => void): Promise<void> {
  await context.exposeBinding('tellPut', (_source, kind: string) => {
    hear(kind);
  });
  await context.addInitScript(() => {
    const { prototype } = IDBObjectStore;
    const put: unknown = Object.getOwnPropertyDescriptor(prototype, 'put')?.value;
    if (typeof put !== 'function') return;
    Object.defineProperty(prototype, 'put', {
      value: new Proxy(put, {
        apply: (target, store, given: [unknown]) => {
          const [row] = given;
          void window.tellPut?.(typeof row === 'object' && row !== null && 'kind' in row ? String(row.kind) : '');
          return Reflect.apply(target, store, given) as IDBRequest;
        },
      }),
    });
  });
}
