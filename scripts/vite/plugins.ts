import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { filesUnder, hashInputs, stampName } from './build-inputs.ts';
import { metaPolicy } from './security-headers.ts';

export const serviceWorkerName = 'service-worker.js';

/** Writes the Content-Security-Policy into the built page. The development server needs inline scripts, so not there. */
export function policyInPage(): Plugin {
  return {
    name: 'aliquot:policy-in-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/**
 * Tells the service worker what the build consists of, once all of it is written, and stamps the build.
 * The version is a hash of every file and of the worker, so that each build has a name of its own, and the worker's own bytes
 * change exactly when the app does. `app` is the version of the app that people say.
 */
export function offlineBuild(app: string): Plugin {
  let out = '';
  return {
    name: 'aliquot:offline-build',
    apply: 'build',
    configResolved(config) {
      out = resolve(config.root, config.build.outDir);
    },
    // Not closeBundle, which also runs after a failed build and would hide why it failed.
    writeBundle() {
      const worker = join(out, serviceWorkerName);
      const files = filesUnder(out).filter((file) => file !== worker && !file.endsWith('.map'));
      const nameOf = (file: string) => relative(out, file).split(sep).join('/');
      const version = createHash('sha256');
      for (const file of files) version.update(nameOf(file)).update(readFileSync(file));
      const code = readFileSync(worker, 'utf8');
      // It is no module where it runs: what it shares with a page would stop it from starting.
      if (/^\s*import\b/m.test(code)) throw new Error(`${serviceWorkerName} imports something`);
      const build = {
        app,
        version: version.update(code).digest('hex').slice(0, 16),
        files: files.map(nameOf),
      };
      writeFileSync(worker, `self.aliquotBuild=${JSON.stringify(build)};\n${code}`);
      writeFileSync(join(out, stampName), hashInputs());
    },
  };
}
