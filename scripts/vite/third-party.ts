import type { Plugin, Rolldown } from 'vite';
import { noticesFor, noticesText } from '../licences/notices.ts';
import { root } from './build-inputs.ts';

/** Beside the page; Settings links to it. */
const noticesName = 'third-party.txt';

/**
 * Puts a file with the licences of everything in the build beside it. Own, where Vite's `build.license` would do: that knows nothing
 * of what is in the workers, of fonts, and of packages that bring no text. `worker` is for the build of the workers, which tells
 * what it took in; `page` writes it all down.
 */
export function thirdPartyNotices(): { readonly page: Plugin; readonly worker: () => Plugin } {
  const files = new Set<string>();
  const take = (bundle: Rolldown.OutputBundle) => {
    for (const piece of Object.values(bundle)) {
      for (const file of piece.type === 'chunk' ? piece.moduleIds : piece.originalFileNames) files.add(file);
    }
  };
  return {
    worker: () => ({
      name: 'aliquot:third-party-of-workers',
      apply: 'build',
      generateBundle(_, bundle) {
        take(bundle);
      },
    }),
    page: {
      name: 'aliquot:third-party',
      apply: 'build',
      generateBundle(_, bundle) {
        take(bundle);
        this.emitFile({ type: 'asset', fileName: noticesName, source: noticesText(noticesFor(files, root)) });
      },
    },
  };
}
