import { Zip, ZipDeflate } from 'fflate';
import { err, ok, type Result } from '../protocol/words';
import type { Bytes } from '../record/crypto-port';

/** Many files as one ZIP, written as they come. What is returned is what follows of the archive; nothing of it is held. */
export type Archive = {
  readonly add: (name: string, bytes: Bytes) => Result<readonly Bytes[], ArchiveFull>;
  /** The end of the archive. Nothing may be added after it. */
  readonly end: () => readonly Bytes[];
};

/** A ZIP as every program reads it holds no more files, or bytes, than this. */
export type ArchiveFull = { readonly kind: 'ArchiveFull'; readonly files: number };

const readable = { files: 65_000, bytes: 4_000_000_000 };

/** Session files shrink to a tenth at the least effort; more of it costs time and gains little. */
const level = 1;

/** The same files in the same order give the same bytes: no file tells when it was packed. `most`: less, where a test wants so. */
export function createArchive(most = readable): Archive {
  let made: Bytes[] = [];
  let files = 0;
  let bytesMade = 0;
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    made.push(chunk);
    bytesMade += chunk.length;
  });
  const taken = (): readonly Bytes[] => {
    const taking = made;
    made = [];
    return taking;
  };
  return {
    add(name, bytes) {
      if (files >= most.files || bytesMade + bytes.length > most.bytes) return err({ kind: 'ArchiveFull', files });
      files += 1;
      const file = new ZipDeflate(name, { level });
      file.mtime = new Date(1980, 0, 1);
      zip.add(file);
      file.push(bytes, true);
      return ok(taken());
    },
    end() {
      zip.end();
      return taken();
    },
  };
}
