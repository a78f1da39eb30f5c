import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

export type Clip = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Text stays sharp at this quality, and a picture takes a tenth of what it takes as PNG. */
const quality = 0.86;

/** Screenshot of the page, or of a part of it (CSS px), as WebP: encoded by the browser itself. */
export async function takeWebp(page: Page, path: string, clip?: Clip): Promise<void> {
  const png = await page.screenshot(clip === undefined ? {} : { clip });
  const encoded = await page.evaluate(
    async ([base64, share]) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: share });
      const out = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (const byte of out) text += String.fromCharCode(byte);
      return btoa(text);
    },
    [png.toString('base64'), quality] as const,
  );
  await writeFile(path, Buffer.from(encoded, 'base64'));
}
