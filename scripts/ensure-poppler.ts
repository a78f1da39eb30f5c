import { spawnSync } from 'node:child_process';
import { installOnDebian } from './install-on-debian';

/**
 * Sees to it that poppler's tools, by which the tests read PDFs, can be run: as root on Debian they are installed. Elsewhere
 * nothing is done, and a test that needs them says what is missing.
 */
export function ensurePoppler(): void {
  if (spawnSync('pdfinfo', ['-v']).error === undefined) return;
  installOnDebian('poppler-utils', () => console.error('No poppler found: installing poppler-utils with apt-get …'));
}
