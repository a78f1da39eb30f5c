import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Handler } from '../serve';
import { root } from '../vite/build-inputs';

/**
 * The page that shows the same model with @google/model-viewer, from its own minified build. It is given what it
 * needs on the same origin: its build carries a meshopt decoder, but only switches it on once a script of that name
 * has been fetched, so it gets an empty one. It shows the model as it does by default, over the same area.
 */
const page = (model: string, width: number, height: number): string => `<!doctype html>
<meta charset="utf-8" />
<title>model-viewer</title>
<style>body { margin: 0 } model-viewer { width: ${String(width)}px; height: ${String(height)}px }</style>
<script>self.ModelViewerElement = { meshoptDecoderLocation: '/peer/meshopt_decoder.js' };</script>
<script type="module" src="/peer/model-viewer.min.js"></script>
<model-viewer src="${model}" alt="head" loading="eager" camera-controls></model-viewer>
<script>
  const viewer = document.querySelector('model-viewer');
  const seen = { load: false, visible: false, told: false };
  const check = () => {
    if (!seen.load || !seen.visible || seen.told) return;
    seen.told = true;
    requestAnimationFrame(() => { window.benchUsable(performance.now()); });
  };
  viewer.addEventListener('load', () => { seen.load = true; check(); });
  viewer.addEventListener('model-visibility', (event) => { seen.visible = event.detail.visible; check(); });
</script>`;

/** Serves the peer's page under /peer/, packed like the app's own files; all else is left to the app. */
export function peerHandler(size: () => { readonly width: number; readonly height: number }): Handler {
  const script = gzipSync(readFileSync(join(root, 'node_modules/@google/model-viewer/dist/model-viewer.min.js')), {
    level: 9,
  });
  const empty = gzipSync('');
  const send = (response: ServerResponse, type: string, body: Buffer) => {
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip', 'Content-Length': body.length });
    response.end(body);
    return true;
  };
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    switch (url.pathname) {
      case '/peer/': {
        const { width, height } = size();
        const model = url.searchParams.get('model') ?? '';
        return send(response, 'text/html; charset=utf-8', gzipSync(page(model, width, height)));
      }
      case '/peer/model-viewer.min.js':
        return send(response, 'text/javascript; charset=utf-8', script);
      case '/peer/meshopt_decoder.js':
        return send(response, 'text/javascript; charset=utf-8', empty);
      default:
        return false;
    }
  };
}
