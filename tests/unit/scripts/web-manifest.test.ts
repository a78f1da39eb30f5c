import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/vite/build-inputs';
import { metaPolicy } from '../../../scripts/vite/security-headers';
import { lightToken, manifestOf, pageDescription } from '../../../scripts/vite/web-manifest';

const manifest = manifestOf('en', pageDescription());

describe('the manifest that the app is installed by', () => {
  it('holds in any folder of any host: every address is told from its own place', () => {
    const addresses = [manifest.start_url, manifest.scope, ...manifest.icons.map(({ src }) => src)];
    for (const address of addresses)
      expect(new URL(address, 'https://host.example/any/folder/manifest.webmanifest').href).toMatch(
        /^https:\/\/host\.example\/any\/folder\//,
      );
  });

  it('has the colours of the light theme, as the page itself says them', () => {
    const page = readFileSync(join(root, 'index.html'), 'utf8');
    const said = /<meta name="theme-color" content="([^"]+)" media="\(prefers-color-scheme: light\)"/.exec(page)?.[1];
    expect(manifest.theme_color).toBe(lightToken('--bg'));
    expect(said?.toLowerCase()).toBe(manifest.theme_color);
    expect(() => lightToken('--no-such-token')).toThrow('tokens.css');
    expect(() => pageDescription('<html></html>')).toThrow('description');
  });

  it('names icons that have the size they are said to have, one of them maskable', () => {
    for (const { src, sizes, type } of manifest.icons) {
      if (type !== 'image/png') continue;
      const png = readFileSync(join(root, 'assets', src));
      // IHDR: width and height stand at 16 and 20.
      expect(`${String(png.readUInt32BE(16))}x${String(png.readUInt32BE(20))}`, src).toBe(sizes);
    }
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  });

  it('may be read under the policy of the page', () => {
    expect(metaPolicy).toContain("manifest-src 'self'");
  });
});
