import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { securityHeaders } from './vite/security-headers';

/** Answers a request and says so, or leaves it to the files. A record server on the same origin goes here. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

export type ServeOptions = {
  readonly directory: string;
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Try the ports above it when it is taken. */
  readonly orNext?: boolean;
  readonly before?: Handler;
};

export type Served = { readonly url: string; readonly close: () => Promise<void> };

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.glb': 'model/gltf-binary',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
/** Already compressed as far as it goes. */
const incompressible = new Set(['.png', '.woff2']);
const compress = promisify(gzip);

/** Serves a folder of built files, with the security headers on every answer. Files that start with a dot are not there. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { directory, host = '127.0.0.1', before } = options;
  const compressed = new Map<string, Promise<Buffer>>();
  const server = createServer((request, response) => {
    if (before?.(request, response) === true) return;
    answer(directory, compressed, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, securityHeaders);
      response.end();
    });
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.removeListener('error', reject);
        resolve();
      });
    });
  for (let port = options.port; ; port += 1) {
    try {
      await listen(port);
      break;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || options.orNext !== true || port >= options.port + 50) throw error;
    }
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${String(address.port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function answer(
  directory: string,
  compressed: Map<string, Promise<Buffer>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...securityHeaders, Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = await fileFor(directory, request.url ?? '/');
  if (file === null) {
    response.writeHead(404, { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const extension = extname(file.path);
  const packs = !incompressible.has(extension) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  let body = await readFile(file.path);
  if (packs) {
    // Keyed by time too, so that a build under a running server is served as it is now.
    const key = `${file.path}@${String(file.changed)}`;
    const kept = compressed.get(key) ?? compress(body, { level: 9 });
    compressed.set(key, kept);
    body = Buffer.from(await kept);
  }
  response.writeHead(200, {
    ...securityHeaders,
    'Content-Type': types[extension] ?? 'application/octet-stream',
    'Content-Length': body.length,
    // Names under assets/ carry a hash of their contents; all others may change under their name.
    'Cache-Control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
    ...(packs ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

type Found = { readonly path: string; readonly changed: number; readonly hashed: boolean };

async function fileFor(directory: string, url: string): Promise<Found | null> {
  let path: string;
  try {
    path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  } catch {
    return null;
  }
  if (path.includes('\0') || path.split(sep).some((part) => part.startsWith('.'))) return null;
  const full = join(directory, path.endsWith(sep) ? join(path, 'index.html') : path);
  try {
    const found = await stat(full);
    return found.isFile()
      ? { path: full, changed: found.mtimeMs, hashed: path.startsWith(`${sep}assets${sep}`) }
      : null;
  } catch {
    return null;
  }
}
