import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** What a window holds after its garbage was collected. */
export type Held = {
  /** Objects, texts, closures and the buffers behind them, bytes. Without compiled code, which comes as the browser likes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Documents and frames together. */
  readonly documents: number;
  readonly workers: number;
  /** WebGL contexts that are still drawn into, or could not be collected after the map that had them was closed. */
  readonly contexts: number;
};

/** What stands in the graphics memory for the map that is shown. */
export type Drawn = {
  readonly buffers: number;
  readonly vertexArrays: number;
  readonly textures: number;
  readonly programs: number;
  readonly framebuffers: number;
};

declare global {
  interface Window {
    /** Put there by `countWebGl`. */
    webGlCount?: { readonly contexts: () => number; readonly drawn: () => Drawn };
  }
}

/** Has every page of a context count what it asks of WebGL and gives back. To be called before any page is there. */
export async function countWebGl(context: BrowserContext): Promise<void> {
  await context.addInitScript(countInPage);
}

/** Runs in the page, by itself: nothing of this file is there. */
function countInPage(): void {
  const kinds = {
    Buffer: 'buffers',
    VertexArray: 'vertexArrays',
    Texture: 'textures',
    Program: 'programs',
    Framebuffer: 'framebuffers',
  } as const;
  const none = (): Record<(typeof kinds)[keyof typeof kinds], number> => {
    return { buffers: 0, vertexArrays: 0, textures: 0, programs: 0, framebuffers: 0 };
  };
  // Held weakly: a count that kept a context would count it for ever.
  const all: WeakRef<WebGL2RenderingContext>[] = [];
  const counts = new WeakMap<WebGL2RenderingContext, ReturnType<typeof none>>();
  const countOf = (gl: WebGL2RenderingContext) => {
    const known = counts.get(gl);
    if (known !== undefined) return known;
    const count = none();
    counts.set(gl, count);
    all.push(new WeakRef(gl));
    return count;
  };
  const wrap = (name: string, counted: (gl: WebGL2RenderingContext, given: readonly unknown[]) => void): void => {
    const { prototype } = WebGL2RenderingContext;
    const given: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    if (typeof given !== 'function') throw new Error(`no ${name} in WebGL`);
    Object.defineProperty(prototype, name, {
      value: new Proxy(given, {
        apply(target, gl: WebGL2RenderingContext, asked: unknown[]) {
          counted(gl, asked);
          return Reflect.apply(target, gl, asked) as unknown;
        },
      }),
    });
  };
  for (const [name, kind] of Object.entries(kinds)) {
    wrap(`create${name}`, (gl) => {
      countOf(gl)[kind] += 1;
    });
    wrap(`delete${name}`, (gl, [what]) => {
      if (what !== null) countOf(gl)[kind] -= 1;
    });
  }
  const living = () => all.flatMap((one) => one.deref() ?? []);
  window.webGlCount = {
    contexts: () => living().length,
    drawn: () => {
      const sum = none();
      for (const gl of living()) {
        if (gl.isContextLost()) continue;
        const count = countOf(gl);
        for (const kind of Object.values(kinds)) sum[kind] += count[kind];
      }
      return sum;
    },
  };
}

/** Reads what one window holds. */
export class Gauge {
  private constructor(
    private readonly page: Page,
    private readonly cdp: CDPSession,
  ) {}

  static async of(page: Page): Promise<Gauge> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    return new Gauge(page, cdp);
  }

  /** Collects garbage first, and again what only the first time has let go. */
  async held(): Promise<Held> {
    for (let n = 0; n < 3; n += 1) {
      await this.cdp.send('HeapProfiler.collectGarbage');
      // What is let go by finalizers and weak references is let go in a task of its own.
      await this.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    }
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    return {
      heap: await this.objects(),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      documents: metric('Documents') + metric('Frames'),
      workers: this.page.workers().length,
      contexts: await this.page.evaluate(() => window.webGlCount?.contexts() ?? 0),
    };
  }

  private async objects(): Promise<number> {
    const chunks: string[] = [];
    const take = ({ chunk }: { readonly chunk: string }) => chunks.push(chunk);
    this.cdp.on('HeapProfiler.addHeapSnapshotChunk', take);
    await this.cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    this.cdp.off('HeapProfiler.addHeapSnapshotChunk', take);
    return sizeOf(JSON.parse(chunks.join('')) as Snapshot);
  }

  /** Without collecting anything. */
  drawn(): Promise<Drawn | null> {
    return this.page.evaluate(() => window.webGlCount?.drawn() ?? null);
  }
}

/** What a snapshot of the heap says of each thing in it, number after number. */
type Snapshot = {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[] | string)[];
    };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
};

/** What the browser makes of the code, and what stands for nothing in the page. */
const notHeld: ReadonlySet<string> = new Set(['code', 'object shape', 'hidden', 'synthetic']);

/** What the browser keeps of every request for whoever watches it, which is this campaign: no window of a clinic has it. */
const ofTheWatcher = /NetworkResourcesData/;

function sizeOf({ snapshot: { meta }, nodes, strings }: Snapshot): number {
  const fields = meta.node_fields;
  const [type, name, size] = [fields.indexOf('type'), fields.indexOf('name'), fields.indexOf('self_size')];
  const types = meta.node_types[type] ?? [];
  let sum = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (notHeld.has(types[nodes[at + type] ?? 0] ?? '')) continue;
    if (!ofTheWatcher.test(strings[nodes[at + name] ?? 0] ?? '')) sum += nodes[at + size] ?? 0;
  }
  return sum;
}
