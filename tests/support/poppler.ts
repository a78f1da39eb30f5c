import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs one of poppler's tools over a PDF; `FILE` in the arguments stands for it. Throws, and says what to install, where it is missing. */
function poppler(tool: string, args: readonly string[], pdf: Uint8Array, folder: string): string {
  const file = join(folder, 'note.pdf');
  writeFileSync(file, pdf);
  try {
    return execFileSync(tool, [...args.map((arg) => (arg === 'FILE' ? file : arg))], { encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(
        `${tool} is missing: the PDF cannot be checked. Install poppler-utils (Debian, Ubuntu) or poppler (macOS).`,
      );
    throw error;
  }
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'note-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asked = (tool: string, args: readonly string[]) => (pdf: Uint8Array) =>
  inFolder((folder) => poppler(tool, args, pdf, folder));

/** The text as it is copied out of the file, in its order. */
export const textOf = asked('pdftotext', ['-raw', 'FILE', '-']);
/** The text as it lies on the page. */
export const layoutOf = asked('pdftotext', ['-layout', 'FILE', '-']);
export const infoOf = asked('pdfinfo', ['FILE']);
export const fontsOf = asked('pdffonts', ['FILE']);
/** What a screen reader is told: the elements, indented, with their text. */
export const structureOf = asked('pdfinfo', ['-struct-text', 'FILE']);

export type Raster = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };

/** The first page as pixels, 72 an inch: one a point. */
export const pixelsOf = (pdf: Uint8Array): Raster =>
  inFolder((folder) => {
    const out = join(folder, 'page');
    poppler('pdftoppm', ['-r', '72', '-f', '1', '-l', '1', '-singlefile', 'FILE', out], pdf, folder);
    const bytes = readFileSync(`${out}.ppm`);
    const [head = '', width = '0', height = '0'] =
      /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
    return { width: Number(width), height: Number(height), rgb: bytes.subarray(head.length) };
  });
