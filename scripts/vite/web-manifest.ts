import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { en } from '../../src/messages/en.ts';
import { appLanguage } from './app-language.ts';
import { root } from './build-inputs.ts';

const manifestName = 'manifest.webmanifest';

/** Where the icons lie in the build; their sources in assets, drawn by scripts/write-icons.ts. */
const icons = {
  'icons/icon.svg': 'assets/favicon.svg',
  'icons/icon-192.png': 'assets/icons/icon-192.png',
  'icons/icon-512.png': 'assets/icons/icon-512.png',
  'icons/maskable-512.png': 'assets/icons/maskable-512.png',
} as const;

/** A token of the light theme, such as `--bg`; before the page has loaded nobody knows of another. Throws where there is none. */
export function lightToken(name: string, css = readFileSync(join(root, 'src/ui/tokens.css'), 'utf8')): string {
  const found = new RegExp(`${name}: (#[0-9a-f]{3,6});`).exec(css)?.[1];
  if (found === undefined) throw new Error(`tokens.css has no ${name}`);
  return found;
}

/**
 * What a browser needs to install the app. Every address is told from where the manifest lies, so that it holds in any folder of
 * any host.
 */
export const manifestOf = (language: string, description: string) => ({
  name: en['app.name'],
  short_name: en['app.name'],
  description,
  lang: language,
  start_url: './',
  scope: './',
  display: 'standalone',
  theme_color: lightToken('--bg'),
  background_color: lightToken('--bg'),
  categories: ['medical', 'productivity'],
  icons: [
    { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  ],
});

/** What the page says of itself, which the manifest says as well. */
export function pageDescription(html = readFileSync(join(root, 'index.html'), 'utf8')): string {
  const found = /<meta name="description" content="([^"]+)"/.exec(html)?.[1];
  if (found === undefined) throw new Error('index.html has no description');
  return found;
}

/** Writes the manifest and its icons beside the page, and names it there. The development server installs nothing. */
export function webManifest(): Plugin {
  return {
    name: 'aliquot:web-manifest',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'link', attrs: { rel: 'manifest', href: `./${manifestName}` }, injectTo: 'head' }],
    },
    generateBundle() {
      const manifest = JSON.stringify(manifestOf(appLanguage(), pageDescription()), null, 2);
      this.emitFile({ type: 'asset', fileName: manifestName, source: `${manifest}\n` });
      for (const [fileName, source] of Object.entries(icons))
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(root, source)) });
    },
  };
}
