import { err, ok, type Result } from '../record/ports';
import type { OpenSink, Sink, SinkProblem } from '../state/export-desk';
import { saveFile } from './browser';

/** Not every browser has it, nor the types that come with the compiler. */
type Picking = {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }) => Promise<FileSystemFileHandle & { readonly remove?: () => Promise<void> }>;
};

/**
 * A file written piece by piece to where the user chooses. Where the browser lets no page write a file, the pieces are put
 * together and handed out as a download; the browser keeps them meanwhile, on its disk where they are many. They are never laid
 * down in the page's own storage: what leaves is not sealed, and after a crash it would stay there.
 */
export const openSink: OpenSink = async (name, type, extension) => {
  const { showSaveFilePicker } = globalThis as Picking;
  if (showSaveFilePicker === undefined) return downloaded(name, type);
  try {
    const handle = await showSaveFilePicker({ suggestedName: name, types: [{ accept: { [type]: [extension] } }] });
    const isNew = (await handle.getFile()).size === 0;
    return picked(await handle.createWritable(), isNew ? handle : null);
  } catch (error) {
    // Dismissed. Where it is forbidden instead, a download is still to be had.
    return nameOf(error) === 'AbortError' ? null : downloaded(name, type);
  }
};

/** `made`: the file, where choosing it has made it. One that was there is only written over when all is written. */
function picked(file: FileSystemWritableFileStream, made: { readonly remove?: () => Promise<void> } | null): Sink {
  return {
    write: (piece) => tried(() => file.write(piece)),
    close: () => tried(() => file.close()),
    async abandon() {
      await tried(() => file.abort());
      if (made === null) return true;
      return made.remove === undefined ? false : (await tried(made.remove.bind(made))).ok;
    },
  };
}

function downloaded(name: string, type: string): Sink {
  let pieces: Blob[] = [];
  return {
    write(piece) {
      pieces.push(piece);
      return Promise.resolve(ok(null));
    },
    close: () =>
      tried(async () => {
        const whole = new Blob(pieces, { type });
        pieces = [];
        // A blob that the disk had no room for is told when it is read.
        await whole.slice(-1).arrayBuffer();
        saveFile(name, whole, type);
      }),
    abandon() {
      pieces = [];
      return Promise.resolve(true);
    },
  };
}

async function tried(act: () => Promise<void>): Promise<Result<null, SinkProblem>> {
  try {
    await act();
    return ok(null);
  } catch (error) {
    if (nameOf(error) === 'QuotaExceededError') return err({ kind: 'DiskFull' });
    return err({ kind: 'NotWritten', why: error instanceof Error ? error.message : String(error) });
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');
