import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/** The licence of the fonts that the note's PDF embeds (SIL Open Font License) asks that its text goes where they go. */
export function fontLicence(): Plugin {
  return {
    name: 'aliquot:font-licence',
    apply: 'build',
    generateBundle() {
      const text = createRequire(import.meta.url).resolve('@expo-google-fonts/inter/LICENSE_FONT');
      this.emitFile({ type: 'asset', fileName: 'assets/inter-licence.txt', source: readFileSync(text, 'utf8') });
    },
  };
}
