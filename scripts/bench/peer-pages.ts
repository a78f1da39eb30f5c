import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { Handler } from '../serve';
import { root } from '../vite/build-inputs';
import { peerMarkers } from './peer-markers';

/** The pages that are measured beside the app, by the name of their script in `peers/`. */
export const peerNames = ['model-viewer', 'babylon-viewer', 'bare-three', 'body-map'] as const;
export type PeerName = (typeof peerNames)[number];

export type PeerPages = {
  /** Serves the pages under /peers/, packed and kept as the app's own files are; all else is left to the app. */
  readonly handler: Handler;
  /** The path of a page that shows this model (a path of the app's build) over an area. */
  readonly path: (name: PeerName, model: string, size: { readonly width: number; readonly height: number }) => string;
  readonly close: () => void;
};

/**
 * Builds every page as the app is built, by the same bundler for the same browsers. What a page needs is on the same
 * origin; the policy of the app is not sent with it, as most of them could not run under it.
 */
export async function buildPeerPages(): Promise<PeerPages> {
  const directory = mkdtempSync(join(tmpdir(), 'aliquot-peers-'));
  const markers = await peerMarkers();
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: directory,
      emptyOutDir: true,
      target: 'baseline-widely-available',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5000,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: Object.fromEntries(peerNames.map((name) => [name, join(root, 'scripts/bench/peers', `${name}.ts`)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  writeFileSync(
    join(directory, 'meshopt_decoder.js'),
    readFileSync(createRequire(import.meta.url).resolve('meshoptimizer/decoder.cjs')),
  );
  // model-viewer carries the decoder and only waits for a script of that name.
  writeFileSync(join(directory, 'empty.js'), '');
  const packed = new Map<string, Buffer>();
  const bodyOf = (path: string): Buffer => {
    const kept = packed.get(path) ?? gzipSync(readFileSync(path), { level: 9 });
    packed.set(path, kept);
    return kept;
  };
  return {
    path: (name, model, { width, height }) =>
      `peers/${name}.html?${new URLSearchParams({ model, width: String(width), height: String(height) }).toString()}`,
    close: () => rmSync(directory, { recursive: true, force: true }),
    handler: (request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const [, folder, ...rest] = url.pathname.split('/');
      if (folder !== 'peers') return false;
      const send = (type: string, cache: string, body: Buffer): boolean => {
        response.writeHead(200, {
          'Content-Type': type,
          'Content-Encoding': 'gzip',
          'Content-Length': body.length,
          'Cache-Control': cache,
        });
        response.end(body);
        return true;
      };
      const name = peerNames.find((one) => rest.join('/') === `${one}.html`);
      if (name !== undefined) {
        const page = pageOf(name, url.searchParams, JSON.stringify(markers));
        return send('text/html; charset=utf-8', 'no-cache', gzipSync(page, { level: 9 }));
      }
      const path = normalize(join(directory, ...rest));
      if (!path.startsWith(directory + sep) || statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
        response.writeHead(404).end();
        return true;
      }
      const type = extname(path) === '.js' ? 'text/javascript; charset=utf-8' : 'application/octet-stream';
      return send(type, 'public, max-age=31536000, immutable', bodyOf(path));
    },
  };
}

const pageOf = (name: PeerName, asked: URLSearchParams, markers: string): string => `<!doctype html>
<meta charset="utf-8" />
<title>${name}</title>
<style>
  body { margin: 0; width: ${asked.get('width') ?? ''}px; height: ${asked.get('height') ?? ''}px }
  model-viewer, babylon-viewer { display: block; width: 100%; height: 100% }
  .marker { display: block; width: 18px; height: 18px; padding: 0; border: 2px solid #fff; border-radius: 50%; background: #0a7 }
</style>
<script>self.ModelViewerElement = { meshoptDecoderLocation: 'empty.js' };</script>
<script type="application/json" id="shown">{"model":${JSON.stringify(asked.get('model') ?? '')},"markers":${markers}}</script>
<body><script type="module" src="${name}.js"></script></body>`;
