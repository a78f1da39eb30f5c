import { createArchive } from '../exchange/archive';
import type { Message } from '../messages/translate';
import type { Bytes } from '../record/crypto-port';
import type { ExportContext, Exporter } from './export-formats';
import type { Leaving } from './export-source';

/** What became of a session's file. `stopped`: what keeps this one from being made keeps the others too. */
export type FileMade =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Bytes }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'lacking' }
  | { readonly kind: 'stopped'; readonly why: Message };

/** A file of one session within an archive; its name is without a folder. */
export type FileOf = (one: Exclude<Leaving, { readonly kind: 'damaged' }>, context: ExportContext) => Promise<FileMade>;

/** One file a session in a ZIP, in a folder. What is damaged goes out as it lies there, in a folder of its own. */
export function archiveOf(folder: string, fileOf: FileOf, context: ExportContext): Exporter {
  const archive = createArchive();
  let damaged = 0;
  /** Done when the one before has been handed to the archive. */
  let turn: Promise<unknown> = Promise.resolve();
  const handed = async (one: Leaving, before: Promise<unknown>) => {
    const file: FileMade = one.kind === 'damaged' ? one : await fileOf(one, context);
    await before;
    switch (file.kind) {
      case 'file':
        return { adding: archive.add(`${folder}/${file.name}`, file.bytes), what: 'whole' as const };
      case 'damaged':
        damaged += 1;
        return {
          adding: archive.add(`damaged/${String(damaged)}-${plainId(one.id)}.json`, utf8(rawOf(one))),
          what: file.kind,
        };
      case 'lacking':
        return { adding: null, what: file.kind };
      case 'stopped':
        return { adding: null, what: { stopped: file.why } };
    }
  };
  return {
    begin: () => [],
    async add(one) {
      const handing = handed(one, turn);
      turn = handing.catch(() => undefined);
      const { adding, what } = await handing;
      if (typeof what === 'object') return what;
      const added = await adding;
      if (added?.ok === false) return 'full';
      return { pieces: added?.value ?? [], what };
    },
    end: archive.end,
  };
}

function rawOf(one: Leaving): string {
  if (one.kind === 'damaged') return one.raw ?? 'null\n';
  const text = one.kind === 'draft' ? { session: one.session } : { versions: one.versions };
  return `${JSON.stringify(text, null, 2)}\n`;
}

/** Damaged records are named by whatever they are kept under. */
const plainId = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 64);

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
