import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserFlags, ensureBrowser } from './find-browser';
import { root } from './vite/build-inputs';
import { lightToken } from './vite/web-manifest';

/**
 * Draws the icons of the installed app from assets/favicon.svg: `npx tsx scripts/write-icons.ts`. They are kept, since a build
 * needs no browser. A maskable one may be cut to a circle of four fifths of its width: the drop stands well inside that, on ground
 * that reaches every edge.
 */
const icons = [
  { name: 'icon-192.png', size: 192, share: 1, ground: null },
  { name: 'icon-512.png', size: 512, share: 1, ground: null },
  { name: 'maskable-512.png', size: 512, share: 0.68, ground: lightToken('--bg') },
] as const;

const svg = await readFile(join(root, 'assets/favicon.svg'), 'utf8');
const folder = join(root, 'assets/icons');
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...browserFlags] });
try {
  const page = await browser.newPage();
  for (const { name, size, share, ground } of icons) {
    const base64 = await page.evaluate(
      async ({ svg, size, share, ground }) => {
        const image = new Image();
        // Given a size of its own, it is drawn at that one and not enlarged.
        image.src = `data:image/svg+xml,${encodeURIComponent(svg.replace('<svg ', `<svg width="${String(size)}" height="${String(size)}" `))}`;
        await image.decode();
        const canvas = new OffscreenCanvas(size, size);
        const pen = canvas.getContext('2d');
        if (pen === null) throw new Error('no canvas');
        if (ground !== null) {
          pen.fillStyle = ground;
          pen.fillRect(0, 0, size, size);
        }
        const edge = (size * (1 - share)) / 2;
        pen.drawImage(image, edge, edge, size * share, size * share);
        const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
        return btoa(String.fromCharCode(...bytes));
      },
      { svg, size, share, ground },
    );
    await writeFile(join(folder, name), Buffer.from(base64, 'base64'));
  }
} finally {
  await browser.close();
}
